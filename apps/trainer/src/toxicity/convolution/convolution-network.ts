import { EDGE } from '#classifier';
import type { Random } from '../../obfuscate/random.js';
import { Adam } from './adam.js';

/** Tokens that a filter sees at once. */
const SPAN = 3;
const RESIDUAL_DECAY = 1e-4;
const RESIDUAL_RATE = 0.02;

/** A number from the standard normal distribution (Box and Muller). */
const gauss = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

const randomNumbers = (length: number, scale: number, random: Random): Float32Array =>
  Float32Array.from({ length }, () => gauss(random) * scale);

/**
 * The parameters of a convolution over three word vectors. What a token adds to a filter is its vector times the filter, plus
 * a residual of its own that the vector does not know; only these sums, one row a token, are needed to score.
 */
export class ConvolutionNetwork {
  /** `SPAN * filters` sums a token, brought up to date by `refresh`. */
  readonly rows: Float32Array;
  readonly biases: Adam;
  readonly heads: Adam;
  readonly intercepts: Adam;
  readonly width: number;
  private readonly filterWeights: Adam;
  /** The same gradients, filter by filter: they arrive so. */
  private readonly filterGradients: Float32Array;
  private readonly residuals: Float32Array;
  private readonly residualSquares: Float32Array;

  /** `vectors`: `dimensions` numbers a token, a multiple of four; zeros for tokens without a vector. */
  constructor(
    readonly filters: number,
    readonly outputs: number,
    private readonly vectors: Float32Array,
    private readonly dimensions: number,
    random: Random,
  ) {
    this.width = SPAN * filters;
    const tokens = vectors.length / dimensions;
    this.filterWeights = new Adam(randomNumbers(dimensions * this.width, 0.06, random));
    this.filterGradients = new Float32Array(dimensions * this.width);
    this.residuals = new Float32Array(tokens * this.width);
    this.residualSquares = new Float32Array(tokens * this.width);
    this.rows = new Float32Array(tokens * this.width);
    this.biases = new Adam(new Float32Array(filters));
    this.heads = new Adam(randomNumbers(outputs * filters, 0.1, random));
    this.intercepts = new Adam(new Float32Array(outputs).fill(-1));
  }

  get tokens(): number {
    return this.vectors.length / this.dimensions;
  }

  /** Brings a token's row up to date. */
  refresh(token: number): void {
    const { width, dimensions, rows, residuals, vectors } = this;
    const weights = this.filterWeights.parameters;
    const row = token * width;
    rows.set(residuals.subarray(row, row + width), row);
    for (let dimension = 0; dimension < dimensions; dimension += 4) {
      const at = token * dimensions + dimension;
      const [a, b, c, d] = [vectors[at], vectors[at + 1], vectors[at + 2], vectors[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      if (a === 0 && b === 0 && c === 0 && d === 0) continue;
      const first = dimension * width;
      const [second, third, fourth] = [first + width, first + 2 * width, first + 3 * width];
      for (let column = 0; column < width; column++) {
        rows[row + column] =
          (rows[row + column] as number) +
          a * (weights[first + column] as number) +
          b * (weights[second + column] as number) +
          c * (weights[third + column] as number) +
          d * (weights[fourth + column] as number);
      }
    }
  }

  /** Takes in the gradient of one number of a token's row. `scale` undoes the division by the size of the batch. */
  learn(token: number, column: number, gradient: number, scale: number): void {
    const { dimensions, vectors, filterGradients } = this;
    const vector = token * dimensions;
    const filter = column * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      filterGradients[filter + dimension] =
        (filterGradients[filter + dimension] as number) +
        (vectors[vector + dimension] as number) * gradient;
    }
    if (token !== EDGE) this.learnResidual(token * this.width + column, gradient * scale);
  }

  private learnResidual(at: number, gradient: number): void {
    const { residuals, residualSquares } = this;
    const slope = gradient + RESIDUAL_DECAY * (residuals[at] as number);
    const square = (residualSquares[at] as number) + slope * slope;
    residualSquares[at] = square;
    residuals[at] =
      (residuals[at] as number) - (RESIDUAL_RATE * slope) / (Math.sqrt(square) + 1e-3);
  }

  /** Ends a batch. */
  step(learningRate: number): void {
    const { width, dimensions, filterGradients, filterWeights } = this;
    for (let column = 0; column < width; column++) {
      for (let dimension = 0; dimension < dimensions; dimension++) {
        filterWeights.gradients[dimension * width + column] = filterGradients[
          column * dimensions + dimension
        ] as number;
      }
    }
    filterGradients.fill(0);
    for (const part of [filterWeights, this.biases, this.heads, this.intercepts]) {
      part.step(learningRate);
    }
  }
}
