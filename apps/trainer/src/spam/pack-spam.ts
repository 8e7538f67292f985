import type { ClassifierWeights, SpamModel } from '#classifier';

const MOST = 32_767;

/** The model with its n-gram weights in sixteen bits. */
export function packSpam(model: SpamModel): ClassifierWeights['spam'] {
  let most = 0;
  for (const weight of model.weights) most = Math.max(most, Math.abs(weight));
  const scale = most / MOST || 1;
  const weights = Int16Array.from(model.weights, (weight) => Math.round(weight / scale));
  return { ...model, weights, scale: scale * model.scale };
}
