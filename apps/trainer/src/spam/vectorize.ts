import { charFactor, readSpam, wordFactor } from '#classifier';
import type { SpamRow } from './spam-row.js';

/** A row as numbers. */
export interface SpamVector {
  /** Hashes of its n-grams, not masked. */
  ids: Uint32Array;
  /** The first so many are n-grams of tokens, the others of characters. */
  words: number;
  wordFactor: number;
  charFactor: number;
  /** Features that are not 0, and their values. */
  features: Uint8Array;
  values: Float32Array;
  spam: 0 | 1;
  source: string;
  group: string;
}

/** Longer texts are e-mails; their signatures and quotations are no comments. */
const MAX_LENGTH = 1500;

/** Reads the rows into vectors; `group` falls back on the row itself. */
export function vectorize(rows: readonly SpamRow[]): SpamVector[] {
  return rows.map((row, place) => {
    const { grams, features } = readSpam(row.text.slice(0, MAX_LENGTH));
    const ids = new Uint32Array(grams.wordCount + grams.charCount);
    ids.set(grams.wordIds.subarray(0, grams.wordCount));
    ids.set(grams.charIds.subarray(0, grams.charCount), grams.wordCount);
    const used = Uint8Array.from(
      [...features.values.keys()].filter((at) => features.values[at] !== 0),
    );
    return {
      ids,
      words: grams.wordCount,
      wordFactor: wordFactor(grams.wordCount),
      charFactor: charFactor(grams.charCount),
      features: used,
      values: Float32Array.from(used, (at) => features.values[at] ?? 0),
      spam: row.spam,
      source: row.source,
      group: `${row.source}/${row.group ?? String(place)}`,
    };
  });
}
