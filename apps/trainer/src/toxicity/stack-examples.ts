import { type LanguageModel, type Normalizer, TOXICITY_LABELS } from '#classifier';
import type { Row } from '../data/corpus.js';
import type { StackExample } from './train-stack.js';

const LONGEST = 2_500;

/** What a row of a set counts when scores are made probabilities: all together resemble a comment section. */
export interface NaturalMix {
  /** By the position of the set; sets that are missing count nothing. */
  weights: ReadonlyMap<number, number>;
  /** What a toxic row counts against a civil one, where toxic rows are over-represented. */
  toxicShare: ReadonlyMap<number, number>;
}

/** The models' answers for the rows of the mix that they have not learned from. */
export function stackExamples(
  rows: readonly Row[],
  mix: NaturalMix,
  model: LanguageModel,
  normalizer: Normalizer,
): StackExample[] {
  return rows.flatMap((row): StackExample[] => {
    const weight = mix.weights.get(row.source);
    if (!row.validation || weight === undefined) return [];
    const text = normalizer.normalize(row.text);
    const outputs = model.outputsOf(text, row.text, 0, Math.min(LONGEST, text.length)).slice();
    const share = row.positive === 1 ? (mix.toxicShare.get(row.source) ?? 1) : 1;
    return [
      { outputs, targets: row.labels.subarray(0, TOXICITY_LABELS.length), weight: weight * share },
    ];
  });
}
