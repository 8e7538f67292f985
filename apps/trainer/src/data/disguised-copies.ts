import { obfuscate } from '../obfuscate/obfuscate.js';
import type { ObfuscationKind } from '../obfuscate/kinds.js';
import type { Random } from '../obfuscate/random.js';
import type { Row } from './corpus.js';

/** The disguises that the normalizer cannot always undo: what is left of them has to be learned. */
const KINDS: readonly ObfuscationKind[] = ['masks', 'leet'];
/** One row in so many is learned from in disguise as well. */
const SHARE = 16;
const WEIGHT = 0.3;

/** Disguised copies of some of the rows that are learned from, civil and toxic alike. */
export function disguisedCopies(
  rows: readonly Row[],
  lexicon: ReadonlySet<string>,
  random: Random,
): Row[] {
  return rows.flatMap((row, index): Row[] => {
    if (row.validation || (row.labels[0] as number) < 0 || index % SHARE !== 0) return [];
    const kind = KINDS[(index / SHARE) % KINDS.length] as ObfuscationKind;
    const text = obfuscate(row.text, kind, { random, lexicon });
    const { labels, positive, source } = row;
    const [weight, hateWeight] = [row.weight * WEIGHT, row.hateWeight * WEIGHT];
    // The marks of the original do not fit the disguised text.
    return [{ text, labels, positive, source, weight, hateWeight, validation: false }];
  });
}
