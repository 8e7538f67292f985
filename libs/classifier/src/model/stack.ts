/** The labels that the classifier gives a probability for, in the order of its outputs. */
export const TOXICITY_LABELS = [
  'toxicity',
  'severe-toxicity',
  'obscene',
  'threat',
  'insult',
  'identity-attack',
] as const;
export type ToxicityLabel = (typeof TOXICITY_LABELS)[number];

/**
 * Turns what the models say into log-odds, label by label: a weighted sum of their outputs. A text is toxic in one of two ways,
 * as comments are or as hate is, so toxicity is the union of two sums: log(exp(comment) + exp(hate)), which for small
 * probabilities is the noisy-or. All are calibrated on comments that the models have not seen, in a natural mix (Platt 1999).
 */
export interface Stack {
  /** How many outputs the models give together. */
  readonly inputs: number;
  /** `inputs` weights for each of the labels. */
  readonly weights: Float32Array;
  readonly intercepts: Float32Array;
  /** `inputs` weights for toxicity as hate; `null` where nothing was learned about hate. */
  readonly hate: Float32Array | null;
  /** Makes log-odds of the union: `slope` times it plus the intercept of toxicity. */
  readonly slope: number;
}

/** Beyond this an output says nothing more. */
const MOST = 12;

/** An output as it is weighed, when the stack is trained as when it is used. */
export const clipOutput = (output: number): number => Math.min(MOST, Math.max(-MOST, output));

function weigh(weights: Float32Array, at: number, outputs: Float32Array, inputs: number): number {
  let sum = 0;
  for (let input = 0; input < inputs; input++) {
    sum += (weights[at + input] as number) * clipOutput(outputs[input] as number);
  }
  return sum;
}

const either = (one: number, other: number): number =>
  Math.max(one, other) + Math.log1p(Math.exp(-Math.abs(one - other)));

/** What there is to calibrate of toxicity: the union of its two ways, before slope and intercept. */
export function toxicityOf(stack: Stack, outputs: Float32Array): number {
  const comment = weigh(stack.weights, 0, outputs, stack.inputs);
  return stack.hate ? either(comment, weigh(stack.hate, 0, outputs, stack.inputs)) : comment;
}

/** Log-odds of each label, written to `logOdds`. */
export function combine(stack: Stack, outputs: Float32Array, logOdds: Float32Array): void {
  const { inputs, weights, intercepts, slope } = stack;
  logOdds[0] = slope * toxicityOf(stack, outputs) + (intercepts[0] as number);
  for (let label = 1; label < intercepts.length; label++) {
    logOdds[label] =
      weigh(weights, label * inputs, outputs, inputs) + (intercepts[label] as number);
  }
}
