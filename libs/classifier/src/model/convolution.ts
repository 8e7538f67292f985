import { HashTable } from '../normalize/hash-table.js';

/**
 * A convolution over three tokens with max-pooling (Kim 2014). Word vectors and filters are multiplied out beforehand: a
 * token has, for each filter, what it adds as the left, the middle and the right one of three. Scoring only adds and compares.
 */
export interface ConvolutionTables {
  readonly filters: number;
  /** `3 * filters` numbers a token; the first is the edge of the text, the second any token that is not known. */
  readonly tokens: Int8Array;
  /** The hashes of the tokens that are known, from the third row on. */
  readonly words: Int32Array;
  readonly biases: Int32Array;
  /** What one step of each filter is worth. */
  readonly steps: Float32Array;
  /** For each output a weight for every filter. */
  readonly heads: Float32Array;
  readonly intercepts: Float32Array;
}

export const EDGE = 0;
export const UNKNOWN = 1;

/** Scores rows of tokens. One instance serves one text at a time. */
export class ConvolutionScorer {
  /** The outputs of the last text, as log-odds. */
  readonly outputs: Float32Array;
  private readonly strongest: Int32Array;
  private readonly numbers: HashTable;
  private rows = new Int32Array(0);

  constructor(private readonly tables: ConvolutionTables) {
    this.outputs = new Float32Array(tables.intercepts.length);
    this.strongest = new Int32Array(tables.filters);
    this.numbers = new HashTable(tables.words.length);
    tables.words.forEach((hash, index) => this.numbers.set(hash, index + UNKNOWN + 1));
  }

  /** Scores tokens, given as hashes. */
  score(hashes: Int32Array, count: number): void {
    this.lookUp(hashes, count);
    this.pool(this.rows, count);
    const { filters, heads, steps, intercepts } = this.tables;
    const { strongest, outputs } = this;
    for (let output = 0; output < outputs.length; output++) {
      let sum = intercepts[output] as number;
      const at = output * filters;
      for (let filter = 0; filter < filters; filter++) {
        sum +=
          (heads[at + filter] as number) *
          (strongest[filter] as number) *
          (steps[filter] as number);
      }
      outputs[output] = sum;
    }
  }

  private lookUp(hashes: Int32Array, count: number): void {
    if (this.rows.length < count) this.rows = new Int32Array(count * 2);
    for (let index = 0; index < count; index++) {
      const row = this.numbers.get(hashes[index] as number);
      this.rows[index] = row === 0 ? UNKNOWN : row;
    }
  }

  /** The strongest answer of every filter, none below zero. */
  private pool(rows: Int32Array, count: number): void {
    const { filters, tokens, biases } = this.tables;
    const { strongest } = this;
    strongest.fill(0);
    const width = filters * 3;
    for (let index = 0; index < count; index++) {
      const left = index > 0 ? (rows[index - 1] as number) * width : EDGE;
      const middle = (rows[index] as number) * width + filters;
      const right = (index + 1 < count ? (rows[index + 1] as number) * width : EDGE) + 2 * filters;
      for (let filter = 0; filter < filters; filter++) {
        const answer =
          (tokens[left + filter] as number) +
          (tokens[middle + filter] as number) +
          (tokens[right + filter] as number) +
          (biases[filter] as number);
        if (answer > (strongest[filter] as number)) strongest[filter] = answer;
      }
    }
  }
}
