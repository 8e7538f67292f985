import type { ConvolutionTables } from '#classifier';
import type { ConvolutionNetwork } from './convolution-network.js';

const MOST = 127;

/** The mean of a network over several moments of its training (stochastic weight averaging, Izmailov et al. 2018). */
export class NetworkAverage {
  private moments = 0;
  private readonly rows: Float32Array;
  private readonly biases: Float32Array;
  private readonly heads: Float32Array;
  private readonly intercepts: Float32Array;

  constructor(private readonly network: ConvolutionNetwork) {
    this.rows = new Float32Array(network.rows.length);
    this.biases = new Float32Array(network.filters);
    this.heads = new Float32Array(network.heads.parameters.length);
    this.intercepts = new Float32Array(network.outputs);
  }

  /** Takes the network as it is now into the mean. */
  take(): void {
    const { network } = this;
    for (let token = 0; token < network.tokens; token++) network.refresh(token);
    this.moments++;
    this.mix(this.rows, network.rows);
    this.mix(this.biases, network.biases.parameters);
    this.mix(this.heads, network.heads.parameters);
    this.mix(this.intercepts, network.intercepts.parameters);
  }

  private mix(mean: Float32Array, now: Float32Array): void {
    for (let at = 0; at < mean.length; at++) {
      mean[at] = (mean[at] as number) + ((now[at] as number) - (mean[at] as number)) / this.moments;
    }
  }

  /** The mean in eight bits, each filter with a step of its own. */
  toTables(): Omit<ConvolutionTables, 'words'> {
    const { filters, width } = this.network;
    const { rows, biases } = this;
    const steps = new Float32Array(filters);
    for (let at = 0; at < rows.length; at++) {
      const filter = (at % width) % filters;
      steps[filter] = Math.max(steps[filter] as number, Math.abs(rows[at] as number) / MOST);
    }
    const stepOf = (filter: number): number => {
      const step = steps[filter] as number;
      return step === 0 ? 1 : step;
    };
    return {
      filters,
      tokens: Int8Array.from(rows, (value, at) =>
        Math.round(value / stepOf((at % width) % filters)),
      ),
      biases: Int32Array.from(biases, (value, filter) => Math.round(value / stepOf(filter))),
      steps,
      ...{ heads: this.heads, intercepts: this.intercepts },
    };
  }
}
