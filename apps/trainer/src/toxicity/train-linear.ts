import { LINEAR_OUTPUTS, type LinearTable, usedBits } from '#classifier';
import type { Row } from '../data/corpus.js';
import type { Random } from '../obfuscate/random.js';
import { type FeatureScales } from './feature-scales.js';
import { quantize } from './quantize.js';
import { shuffled } from './shuffled.js';
import type { SparseRows } from './sparse-rows.js';

const OUTPUTS = LINEAR_OUTPUTS.length;
const STRIDE = OUTPUTS + 1;

/** How the linear outputs are trained. */
export interface LinearSettings {
  epochs: number;
  /** Of AdaGrad (Duchi et al. 2011). */
  learningRate: number;
  /** Of the squared weights, for each row that has the feature. */
  l2: number;
  /** How far targets keep from 0 and 1: people err when they label. */
  smoothing: number;
}

/** The value of each feature in its row: log frequency times scale, each row of length one. */
function valuesOf(
  { offsets, buckets, counts }: SparseRows,
  { steps, step }: FeatureScales,
): Float32Array {
  const values = new Float32Array(buckets.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const from = offsets[row] as number;
    const to = offsets[row + 1] as number;
    let squares = 0;
    for (let at = from; at < to; at++) {
      const scale = (steps[buckets[at] as number] as number) * step;
      const value = scale * (1 + Math.log(counts[at] as number));
      values[at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = from; at < to; at++) values[at] = (values[at] as number) / length;
  }
  return values;
}

const HATE = OUTPUTS - 1;
const weightOf = (row: Row, output: number): number =>
  output === HATE ? row.hateWeight : row.weight;

/** All sets share the intercept of hate: where comments are hardly ever hateful, the words have to learn it. */
const interceptOf = (row: Row, output: number): number =>
  (output === HATE ? 0 : row.source) * OUTPUTS + output;

/** Logistic regressions that share their features, one for each of `LINEAR_OUTPUTS`, by AdaGrad. */
class LinearTraining {
  private readonly weights: Float32Array;
  private readonly squares: Float32Array;
  /** Sets disagree on what toxic means: each has an intercept of its own, which is forgotten afterwards. */
  private readonly intercepts: Float32Array;
  private readonly interceptSquares: Float32Array;
  private readonly active = new Int32Array(OUTPUTS);
  private readonly sums = new Float64Array(OUTPUTS);

  constructor(
    private readonly data: SparseRows,
    private readonly values: Float32Array,
    private readonly settings: LinearSettings,
    size: number,
    sources: number,
  ) {
    this.weights = new Float32Array(size * OUTPUTS);
    this.squares = new Float32Array(size * OUTPUTS);
    this.intercepts = new Float32Array(sources * OUTPUTS);
    this.interceptSquares = new Float32Array(sources * OUTPUTS);
  }

  learn(row: Row, index: number): void {
    const active = this.activeOutputs(row);
    if (active === 0) return;
    const { offsets, buckets } = this.data;
    const { values, weights, sums } = this;
    const from = offsets[index] as number;
    const to = offsets[index + 1] as number;
    for (let slot = 0; slot < active; slot++) {
      const output = this.active[slot] as number;
      let sum = this.intercepts[interceptOf(row, output)] as number;
      for (let at = from; at < to; at++) {
        sum +=
          (weights[(buckets[at] as number) * OUTPUTS + output] as number) * (values[at] as number);
      }
      sums[slot] = (1 / (1 + Math.exp(-sum)) - this.targetOf(row, output)) * weightOf(row, output);
    }
    for (let slot = 0; slot < active; slot++) {
      this.step(this.active[slot] as number, sums[slot] as number, from, to);
      this.stepIntercept(interceptOf(row, this.active[slot] as number), sums[slot] as number);
    }
  }

  private targetOf({ labels }: Row, output: number): number {
    const { smoothing } = this.settings;
    return labels[output] === 1 ? 1 - smoothing : smoothing;
  }

  private activeOutputs({ labels }: Row): number {
    let active = 0;
    for (let output = 0; output < OUTPUTS; output++) {
      if ((labels[output] as number) >= 0) this.active[active++] = output;
    }
    return active;
  }

  private step(output: number, gradient: number, from: number, to: number): void {
    const { buckets } = this.data;
    const { values, weights, squares } = this;
    const { learningRate, l2 } = this.settings;
    for (let at = from; at < to; at++) {
      const value = values[at] as number;
      if (value === 0) continue;
      const slot = (buckets[at] as number) * OUTPUTS + output;
      const weight = weights[slot] as number;
      const slope = gradient * value + l2 * weight;
      const square = (squares[slot] as number) + slope * slope;
      squares[slot] = square;
      weights[slot] = weight - (learningRate * slope) / (Math.sqrt(square) + 1e-4);
    }
  }

  private stepIntercept(slot: number, gradient: number): void {
    const square = (this.interceptSquares[slot] as number) + gradient * gradient;
    this.interceptSquares[slot] = square;
    this.intercepts[slot] =
      (this.intercepts[slot] as number) -
      (this.settings.learningRate * gradient) / Math.sqrt(square + 1e-6);
  }

  /** The weights in eight bits, with the scale of each feature multiplied in. Intercepts are left to the stack. */
  toTable({ steps, step }: FeatureScales): LinearTable {
    const buckets = [...steps.keys()].filter((bucket) => steps[bucket] !== 0);
    const table = new Int8Array(buckets.length * STRIDE);
    const tableSteps = new Float32Array(STRIDE);
    tableSteps[0] = step;
    buckets.forEach((bucket, row) => (table[row * STRIDE] = steps[bucket] as number));
    for (let output = 0; output < OUTPUTS; output++) {
      const scaled = Float32Array.from(
        buckets,
        (bucket) =>
          (steps[bucket] as number) * step * (this.weights[bucket * OUTPUTS + output] as number),
      );
      const { numbers, step: worth } = quantize(scaled);
      tableSteps[output + 1] = worth;
      numbers.forEach((number, row) => (table[row * STRIDE + output + 1] = number));
    }
    const used = usedBits(steps.length, (bucket) => steps[bucket] !== 0);
    return { used, weights: table, steps: tableSteps, intercepts: new Float32Array(OUTPUTS) };
  }
}

/** Trains the linear outputs on the rows that are not kept for validation. `onProgress` hears of shares, 0 to 1. */
export function trainLinear(
  rows: readonly Row[],
  data: SparseRows,
  scales: FeatureScales,
  options: { settings: LinearSettings; random: Random; onProgress: (share: number) => void },
): LinearTable {
  const { settings, random, onProgress } = options;
  const values = valuesOf(data, scales);
  const sources = rows.reduce((most, { source }) => Math.max(most, source + 1), 0);
  const training = new LinearTraining(data, values, settings, scales.steps.length, sources);
  const indexes = rows.flatMap(({ validation }, index) => (validation ? [] : [index]));
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const order = shuffled(indexes, random);
    order.forEach((index, done) => {
      training.learn(rows[index] as Row, index);
      if (done % 5_000 === 0) onProgress((epoch + done / order.length) / settings.epochs);
    });
  }
  return training.toTable(scales);
}
