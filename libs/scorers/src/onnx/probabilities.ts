const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** What a model's outputs mean: each label by itself, or one of them all. */
export type Reading = 'each' | 'one-of-all';

/** The probabilities of a model's outputs for one text. */
export function toProbabilities(logits: readonly number[], reading: Reading): number[] {
  if (reading === 'each') return logits.map(sigmoid);
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
