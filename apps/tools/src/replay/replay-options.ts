import type { SiteKeys } from '../http/site-keys.js';

/** What to post where. */
export interface ReplayOptions {
  /** A JSON lines file, plain or gzip'd. */
  file: string;
  url: string;
  keys: SiteKeys;
  /** How many posts are under way at once; 20 unless given. */
  concurrency?: number;
  /** At most so many posts a second. */
  rate?: number;
  /** Stop after so many rows. */
  limit?: number;
  /** Give up when no verdict has come for so many seconds; 120 unless given. */
  waitSeconds?: number;
  /** For how long a post is tried again, in seconds; 60 unless given. */
  retrySeconds?: number;
  onProgress?: (progress: ReplayProgress) => void;
  /** Called with the id of every comment that was answered with 202. */
  onAccepted?: (id: string) => void;
}

/** How far a replay is. */
export interface ReplayProgress {
  /** Rows that were answered, refused or malformed. */
  rows: number;
  accepted: number;
  verdicts: number;
}
