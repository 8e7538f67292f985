import { SPAM_FEATURES, type SpamModel } from '#classifier';
import { gramScales } from './gram-scales.js';
import { minimize, type Objective } from './minimize.js';
import type { SpamTraining } from './spam-options.js';
import type { SpamVector } from './vectorize.js';

/** Where the parts of the parameter array begin. */
interface Layout {
  buckets: number;
  dense: number;
  bias: number;
  intercepts: number;
  size: number;
}

/** What the loss is made of beside the rows. */
interface Problem {
  layout: Layout;
  /** What each n-gram's presence counts, by bucket. */
  scales: Float32Array;
  /** What each row counts. */
  weightOf: Float64Array;
}

/** What the dense weights are expected to be before any row is seen. */
const EXPECTED = Float64Array.from(SPAM_FEATURES, ({ expected }) => expected);

function layoutOf(bucketBits: number, sources: number): Layout {
  const buckets = 2 ** bucketBits;
  const bias = buckets + EXPECTED.length;
  return { buckets, dense: buckets, bias, intercepts: bias + 1, size: bias + 1 + sources };
}

/** Log-odds of a row without bias and intercept. */
function logOddsOf(vector: SpamVector, at: Float64Array, { buckets, dense }: Layout): number {
  const { ids, words, features, values } = vector;
  const mask = buckets - 1;
  let wordSum = 0;
  let charSum = 0;
  let sum = 0;
  for (let k = 0; k < words; k++) wordSum += at[(ids[k] as number) & mask] as number;
  for (let k = words; k < ids.length; k++) charSum += at[(ids[k] as number) & mask] as number;
  for (let k = 0; k < features.length; k++) {
    sum += (at[dense + (features[k] as number)] as number) * (values[k] as number);
  }
  return sum + wordSum * vector.wordFactor + charSum * vector.charFactor;
}

function addGradient(vector: SpamVector, error: number, to: Float64Array, layout: Layout): void {
  const { ids, words, features, values } = vector;
  const mask = layout.buckets - 1;
  const perWord = error * vector.wordFactor;
  const perChar = error * vector.charFactor;
  for (let k = 0; k < ids.length; k++) {
    const bucket = (ids[k] as number) & mask;
    to[bucket] = (to[bucket] as number) + (k < words ? perWord : perChar);
  }
  for (let k = 0; k < features.length; k++) {
    const place = layout.dense + (features[k] as number);
    to[place] = (to[place] as number) + error * (values[k] as number);
  }
}

/** Half the penalty times the squared distance to what is expected, and its gradient. */
function pull(
  at: Float64Array,
  gradient: Float64Array,
  range: { from: number; to: number; penalty: number },
  expected?: Float64Array,
): number {
  let sum = 0;
  for (let place = range.from; place < range.to; place++) {
    const off = (at[place] as number) - (expected?.[place - range.from] ?? 0);
    sum += off * off;
    gradient[place] = (gradient[place] as number) + range.penalty * off;
  }
  return (range.penalty / 2) * sum;
}

function scaleGrams(at: Float64Array, scales: Float32Array): void {
  for (let bucket = 0; bucket < scales.length; bucket++) {
    at[bucket] = (at[bucket] as number) * (scales[bucket] as number);
  }
}

function objectiveOf(
  vectors: readonly SpamVector[],
  { layout, scales, weightOf }: Problem,
  sources: readonly string[],
  options: SpamTraining,
): Objective {
  const sourceOf = Int32Array.from(vectors, ({ source }) => sources.indexOf(source));
  const at = new Float64Array(layout.size);
  return (point, gradient) => {
    gradient.fill(0);
    at.set(point);
    scaleGrams(at, scales);
    let loss = 0;
    for (const [row, vector] of vectors.entries()) {
      const intercept = layout.intercepts + (sourceOf[row] as number);
      const logOdds =
        logOddsOf(vector, at, layout) + (at[layout.bias] as number) + (at[intercept] as number);
      const weight = weightOf[row] as number;
      const margin = vector.spam === 1 ? -logOdds : logOdds;
      loss += weight * (margin > 30 ? margin : Math.log1p(Math.exp(margin)));
      const error = weight * (1 / (1 + Math.exp(-logOdds)) - vector.spam);
      addGradient(vector, error, gradient, layout);
      gradient[layout.bias] = (gradient[layout.bias] as number) + error;
      gradient[intercept] = (gradient[intercept] as number) + error;
    }
    scaleGrams(gradient, scales);
    const { dense, bias, intercepts, size } = layout;
    loss += pull(point, gradient, { from: 0, to: dense, penalty: options.gramPenalty });
    loss += pull(
      point,
      gradient,
      { from: dense, to: bias, penalty: options.densePenalty },
      EXPECTED,
    );
    loss += pull(point, gradient, {
      from: intercepts,
      to: size,
      penalty: options.interceptPenalty,
    });
    return loss;
  };
}

/**
 * Fits the weights: logistic loss with a weight per source, an intercept per source that the model leaves behind, n-gram
 * weights pulled to 0, and dense weights pulled to what is expected of them, so that a sign which the sets at hand lack (no
 * set but one has account names) keeps its meaning. Not calibrated yet; the same rows always give the same weights.
 */
export function fitSpam(vectors: readonly SpamVector[], options: SpamTraining): SpamModel {
  const sources = [...new Set(vectors.map(({ source }) => source))].sort();
  const layout = layoutOf(options.bucketBits, sources.length);
  const point = new Float64Array(layout.size);
  point.set(EXPECTED, layout.dense);
  const weightOf = Float64Array.from(
    vectors,
    ({ source }) => options.sourceWeights[source] ?? options.otherWeight,
  );
  const scales = gramScales(vectors, weightOf, layout.buckets);
  const problem = { layout, scales, weightOf };
  minimize(objectiveOf(vectors, problem, sources, options), point, options.iterations);
  scaleGrams(point, scales);
  return {
    weights: Float32Array.from(point.subarray(0, layout.buckets)),
    scale: 1,
    dense: Float32Array.from(point.subarray(layout.dense, layout.bias)),
    bias: point[layout.bias] as number,
    calibration: { a: 1, b: 0 },
  };
}

/** Log-odds that a model gives a vector: those of `spamLogOdds` for its text. */
export function vectorLogOdds(model: SpamModel, vector: SpamVector): number {
  const { ids, words, features, values } = vector;
  const mask = model.weights.length - 1;
  let wordSum = 0;
  let charSum = 0;
  let sum = model.bias;
  for (const [k, id] of ids.entries()) {
    const weight = (model.weights[id & mask] as number) * model.scale;
    if (k < words) wordSum += weight;
    else charSum += weight;
  }
  for (const [k, value] of values.entries()) sum += value * (model.dense[features[k] ?? 0] ?? 0);
  return sum + wordSum * vector.wordFactor + charSum * vector.charFactor;
}
