import { TOXICITY_LABELS } from '#classifier';
import type { Row } from '../../data/corpus.js';

/** What a kind of toxicity counts in training, against toxicity itself. */
const KIND_WEIGHT = 0.3;
const LABELS = TOXICITY_LABELS.length;

/** A row of the corpus as the convolution sees it. */
export interface ConvolutionExample {
  tokens: Int32Array;
  source: number;
  /** Outputs that are known, with 0 or 1, and what they count. */
  outputs: number[];
  targets: number[];
  weights: number[];
}

/** The output for hate, after those of the labels. */
const HATE = LABELS;

/** How many outputs a network has, with one for each hate set. */
export const outputCount = (heads: ReadonlyMap<number, number>): number => HATE + 1 + heads.size;

/** Which output learns from which hate set alone: they disagree, and what they disagree on helps the filters. */
export function hateHeads(rows: readonly Row[]): Map<number, number> {
  const sources = [...new Set(rows.filter((row) => row.labels[0] === -1).map((row) => row.source))];
  return new Map(sources.sort((a, b) => a - b).map((source, index) => [source, HATE + 1 + index]));
}

/** A row as the convolution learns from it; `heads` as `hateHeads` gives them. */
export function toExample(
  row: Row,
  tokens: Int32Array,
  heads: ReadonlyMap<number, number>,
): ConvolutionExample {
  const { labels, source, positive, weight, hateWeight } = row;
  const own = heads.get(source);
  const outputs = [...labels.keys()].filter((output) => (labels[output] as number) >= 0);
  const example: ConvolutionExample = {
    ...{ tokens, source, outputs },
    targets: outputs.map((output) => labels[output] as number),
    weights: outputs.map((output) => {
      if (output === HATE) return hateWeight;
      return output === 0 ? weight : weight * KIND_WEIGHT;
    }),
  };
  if (own === undefined) return example;
  return {
    ...example,
    outputs: [...outputs, own],
    targets: [...example.targets, positive],
    weights: [...example.weights, weight],
  };
}
