import { FeatureReader, type Normalizer, UNKNOWN } from '#classifier';
import type { Row } from '../data/corpus.js';
import { type SparseRows, SparseRowsBuilder } from './sparse-rows.js';

/** Longer texts teach by their beginning. */
const MOST_UNITS = 2_500;

/** All rows as the models read them. */
export interface ReadRows {
  features: SparseRows;
  /** The tokens of each row, as hashes. */
  tokens: Int32Array[];
}

/** Reads every row once; `onWord` hears the spelling of each token of the rows that are learned from. */
export function readRows(
  rows: readonly Row[],
  normalizer: Normalizer,
  { size, longestGram }: { size: number; longestGram: number },
  onToken: (hash: number, spelling: () => string) => void,
): ReadRows {
  const reader = new FeatureReader(longestGram);
  const builder = new SparseRowsBuilder(size);
  const tokens = rows.map((row) => {
    const text = normalizer.normalize(row.text);
    reader.read(text, row.text, 0, Math.min(MOST_UNITS, text.length));
    builder.add(reader.grams.hashes, reader.grams.count);
    const { hashes, starts, ends, count } = reader.tokens;
    if (!row.validation) {
      for (let index = 0; index < count; index++) {
        onToken(hashes[index] as number, () =>
          String.fromCharCode(...text.units.subarray(starts[index], ends[index])),
        );
      }
    }
    return hashes.slice(0, count);
  });
  return { features: builder.build(), tokens };
}

/** The tokens that get a row of their own in the convolution, most frequent first. */
export interface TokenRows {
  /** Their hashes; the first has row `UNKNOWN + 1`. */
  hashes: Int32Array;
  spellings: string[];
}

/** Counts tokens while rows are read. */
export class TokenCounter {
  private readonly counts = new Map<number, { count: number; spelling: string }>();

  readonly add = (hash: number, spelling: () => string): void => {
    const known = this.counts.get(hash);
    if (known) known.count++;
    else this.counts.set(hash, { count: 1, spelling: spelling() });
  };

  /** The most frequent tokens; one without a vector must be seen more often to be worth a row. */
  choose(most: number, hasVector: (spelling: string) => boolean): TokenRows {
    const chosen = [...this.counts]
      .filter(([, { count, spelling }]) => count >= (hasVector(spelling) ? 2 : 4))
      .sort(([a, one], [b, other]) => other.count - one.count || a - b)
      .slice(0, most);
    return {
      hashes: Int32Array.from(chosen, ([hash]) => hash),
      spellings: chosen.map(([, { spelling }]) => spelling),
    };
  }
}

/** Rows of tokens as numbers of the convolution's tables. */
export function toTokenRows(tokens: readonly Int32Array[], { hashes }: TokenRows): Int32Array[] {
  const rows = new Map(Array.from(hashes, (hash, index) => [hash, index + UNKNOWN + 1]));
  return tokens.map((row) => row.map((hash) => rows.get(hash) ?? UNKNOWN));
}
