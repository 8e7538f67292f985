import { clipOutput, type Stack, toxicityOf } from '#classifier';
import { fitLogistic } from './fit-logistic.js';

/** One text that the models have not learned from. */
export interface StackExample {
  /** What the models say. */
  outputs: Float32Array;
  /** 0 or 1 for each label; anything below zero where it is not known. */
  targets: ArrayLike<number>;
  /** What it counts for each label. */
  weight: number;
}

/** Log-odds of a kind that no example speaks of. */
const NEVER = -12;

/** A sum of outputs: which ones count, and how much. */
export type Mix = ReadonlyMap<number, number>;

const toWeights = (mix: Mix, inputs: number): Float32Array => {
  const weights = new Float32Array(inputs);
  for (const [output, weight] of mix) weights[output] = weight;
  return weights;
};

/** A stack that says nothing yet. */
export const noStack = (inputs: number): Stack => ({
  ...{ inputs, weights: new Float32Array(inputs), intercepts: new Float32Array(1) },
  ...{ hate: null, slope: 1 },
});

/** Fits slope and intercept, so that log-odds of toxicity mean what they say (Platt 1999). */
export function calibrateToxicity(
  examples: readonly StackExample[],
  inputs: number,
  { comment, hate }: { comment: Mix; hate: Mix | null },
): Pick<Stack, 'inputs' | 'weights' | 'intercepts' | 'hate' | 'slope'> {
  const stack: Stack = {
    ...{ inputs, weights: toWeights(comment, inputs), intercepts: new Float32Array(1), slope: 1 },
    hate: hate && toWeights(hate, inputs),
  };
  const found = fitLogistic(
    examples.map(({ outputs }) => Float64Array.of(toxicityOf(stack, outputs), 1)),
    examples.map(({ targets }) => targets[0] as number),
    examples.map(({ weight }) => weight),
  );
  return { ...stack, slope: found[0] as number, intercepts: Float32Array.of(found[1] as number) };
}

/**
 * Fits one kind of toxicity on the outputs that it may believe. An output with a negative weight is dropped and the rest fitted
 * again: no model may make a text less insulting by calling it toxic. A kind that no example speaks of is never found.
 */
function fitKind(
  examples: readonly StackExample[],
  label: number,
  trusted: readonly number[],
): { mix: Mix; intercept: number } {
  const known = examples.filter(({ targets }) => (targets[label] as number) >= 0);
  if (known.length === 0) return { mix: new Map(), intercept: NEVER };
  const targets = known.map((example) => example.targets[label] as number);
  const weights = known.map((example) => example.weight);
  for (let believed = [...trusted]; ;) {
    const inputs = known.map(({ outputs }) =>
      Float64Array.from([...believed.map((output) => clipOutput(outputs[output] as number)), 1]),
    );
    const found = fitLogistic(inputs, targets, weights);
    const worst = believed.reduce(
      (least, _, at) => ((found[at] as number) < (found[least] as number) ? at : least),
      0,
    );
    if (believed.length === 0 || (found[worst] as number) >= 0) {
      const mix = new Map(believed.map((output, at) => [output, found[at] as number]));
      return { mix, intercept: found[believed.length] as number };
    }
    believed = believed.filter((_, at) => at !== worst);
  }
}

/** Adds the kinds of toxicity to a stack that knows toxicity; `trusted` lists the outputs that each kind may believe. */
export function addKinds(
  stack: Stack,
  examples: readonly StackExample[],
  trusted: readonly (readonly number[])[],
): Stack {
  const { inputs } = stack;
  const weights = new Float32Array((trusted.length + 1) * inputs);
  const intercepts = new Float32Array(trusted.length + 1);
  weights.set(stack.weights);
  intercepts.set(stack.intercepts);
  trusted.forEach((outputs, kind) => {
    const found = fitKind(examples, kind + 1, outputs);
    weights.set(toWeights(found.mix, inputs), (kind + 1) * inputs);
    intercepts[kind + 1] = found.intercept;
  });
  return { ...stack, weights, intercepts };
}
