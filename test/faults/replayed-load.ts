import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SiteKeys } from '#sites';
import { onTestFinished } from 'vitest';
import { replay, type ReplayReport } from '../../apps/tools/src/replay/replay.js';
import { until } from '../harness/until.js';
import { writeComments } from './comments-file.js';

export interface LoadTarget {
  url: string;
  keys: SiteKeys;
}

export interface LoadOptions {
  comments: number;
  /** Posts a second, so that a fault comes in the middle; as fast as they go without it. */
  rate?: number;
}

/** A replay under way: the tool itself, which sends a post again until it is answered. */
export class ReplayedLoad {
  /** The ids of all comments that were answered with 202. */
  readonly accepted: string[] = [];
  readonly report: Promise<ReplayReport>;

  constructor({ url, keys }: LoadTarget, { comments, rate }: LoadOptions) {
    const folder = mkdtempSync(join(tmpdir(), 'moderato-load-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'comments.jsonl');
    writeComments(file, comments);
    this.report = replay({
      file,
      url,
      keys: { siteKey: keys.publicKey, siteSecret: keys.secretKey },
      waitSeconds: 60,
      ...(rate !== undefined && { rate }),
      onAccepted: (id) => this.accepted.push(id),
    });
    // Awaited at the test's end: until then a failure must not count as unhandled.
    this.report.catch(() => undefined);
  }

  /** Waits until so many comments have been accepted in all. */
  async reaches(count: number): Promise<void> {
    await until(() => this.accepted.length >= count, {
      what: `${count} accepted comments`,
      timeoutMs: 60_000,
      intervalMs: 2,
    });
  }
}
