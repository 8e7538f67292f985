import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { StartupError } from '#startup';

/** A row as the sets have it: a text and what people said of it; `null` means that the set does not say. */
export interface SetRow {
  text: string;
  toxic?: 0 | 1 | null;
  severe_toxic?: 0 | 1 | null;
  obscene?: 0 | 1 | null;
  threat?: 0 | 1 | null;
  insult?: 0 | 1 | null;
  identity_hate?: 0 | 1 | null;
  spam?: 0 | 1 | null;
  label?: string;
  term?: string;
  topic?: string;
  lang?: string;
  video?: string;
  /** Offsets of the characters that people marked. */
  spans?: number[];
}

/** Reads one set, gzip'd JSON lines, whole. */
export function readSet(folder: string, path: string): SetRow[] {
  const file = join(folder, `${path}.jsonl.gz`);
  let packed: Buffer;
  try {
    packed = readFileSync(file);
  } catch {
    throw new StartupError(
      `The data set ${file} cannot be read: give the folder that holds toxicity/ and spam/ with --data.`,
    );
  }
  return gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SetRow);
}

/** What two copies of a text have in common: its letters and digits, without case. */
export const textKey = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');
