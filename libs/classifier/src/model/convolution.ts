import { HashTable } from '../normalize/hash-table.js';
import { PoolKernel } from './pool-kernel.js';

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

/** What a step of each filter is worth to each output, the outputs of a filter beside each other. */
function worthsOf({ filters, steps, heads, intercepts }: ConvolutionTables): Float64Array {
  const outputs = intercepts.length;
  return Float64Array.from({ length: filters * outputs }, (_, index) => {
    const filter = Math.floor(index / outputs);
    return (heads[(index % outputs) * filters + filter] as number) * (steps[filter] as number);
  });
}

/** Scores rows of tokens. One instance serves one text at a time. */
export class ConvolutionScorer {
  /** The outputs of the last text, as log-odds. */
  readonly outputs: Float32Array;
  private readonly sums: Float64Array;
  private readonly worths: Float64Array;
  private readonly kernel: PoolKernel;
  private readonly numbers: HashTable;

  constructor(private readonly tables: ConvolutionTables) {
    this.outputs = new Float32Array(tables.intercepts.length);
    this.sums = new Float64Array(tables.intercepts.length);
    this.worths = worthsOf(tables);
    this.kernel = new PoolKernel(tables.tokens, tables.filters);
    this.numbers = new HashTable(tables.words.length);
    tables.words.forEach((hash, index) => this.numbers.set(hash, index + UNKNOWN + 1));
  }

  /** Scores tokens, given as hashes. */
  score(hashes: Int32Array, count: number): void {
    const { sums, outputs } = this;
    sums.set(this.tables.intercepts);
    if (count > 0) this.addFilters(hashes, count);
    outputs.set(sums);
  }

  /** Adds what the strongest answer of every filter says, none below zero. */
  private addFilters(hashes: Int32Array, count: number): void {
    this.lookUp(hashes, count);
    const peaks = this.kernel.pool(count);
    const { filters, biases } = this.tables;
    const { sums, worths } = this;
    for (let filter = 0, at = 0; filter < filters; filter++) {
      const strongest = Math.max(0, (peaks[filter] as number) + (biases[filter] as number));
      for (let output = 0; output < sums.length; output++, at++) {
        sums[output] = (sums[output] as number) + (worths[at] as number) * strongest;
      }
    }
  }

  private lookUp(hashes: Int32Array, count: number): void {
    const { numbers, kernel } = this;
    const rows = kernel.rowsOf(count);
    rows[0] = rows[count + 1] = EDGE * kernel.width;
    for (let index = 0; index < count; index++) {
      const row = numbers.get(hashes[index] as number);
      rows[index + 1] = (row === 0 ? UNKNOWN : row) * kernel.width;
    }
  }
}
