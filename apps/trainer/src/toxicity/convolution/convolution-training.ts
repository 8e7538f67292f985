import { EDGE, UNKNOWN } from '#classifier';
import type { Random } from '../../obfuscate/random.js';
import { Adam } from './adam.js';
import type { ConvolutionExample } from './convolution-example.js';
import type { ConvolutionNetwork } from './convolution-network.js';
import type { ConvolutionSettings } from './convolution-settings.js';

/** Teaches a network: one text after another passes through it and back. */
export class ConvolutionTraining {
  private readonly strongest: Float32Array;
  private readonly places: Int32Array;
  private readonly kept: Float32Array;
  private readonly slopes: Float32Array;
  private tokens = new Int32Array(0);
  /** How ready each set is to call a text toxic; forgotten afterwards. */
  private readonly sources: Adam;

  constructor(
    private readonly network: ConvolutionNetwork,
    private readonly settings: ConvolutionSettings,
    private readonly random: Random,
    sources: number,
  ) {
    this.sources = new Adam(new Float32Array(sources));
    const { filters } = network;
    this.strongest = new Float32Array(filters);
    this.places = new Int32Array(filters);
    this.kept = new Float32Array(filters);
    this.slopes = new Float32Array(filters);
  }

  step(learningRate: number): void {
    this.network.step(learningRate);
    this.sources.step(learningRate);
  }

  learn(example: ConvolutionExample): void {
    const { dropout, wordDropout } = this.settings;
    const { random } = this;
    this.tokens = example.tokens.map((token) => (random() < wordDropout ? UNKNOWN : token));
    this.pool();
    for (let filter = 0; filter < this.kept.length; filter++) {
      this.kept[filter] = random() < dropout ? 0 : 1 / (1 - dropout);
      this.slopes[filter] = 0;
    }
    example.outputs.forEach((output, index) => {
      const target = example.targets[index] as number;
      this.learnOutput(example.source, output, target, example.weights[index] as number);
    });
    this.learnRows();
  }

  private pool(): void {
    const { strongest, places, tokens, network } = this;
    const { rows, filters, width } = network;
    const biases = network.biases.parameters;
    strongest.fill(0);
    places.fill(-1);
    for (let place = 0; place < tokens.length; place++) {
      const left = place > 0 ? (tokens[place - 1] as number) * width : EDGE;
      const middle = (tokens[place] as number) * width + filters;
      const right =
        (place + 1 < tokens.length ? (tokens[place + 1] as number) * width : EDGE) + 2 * filters;
      for (let filter = 0; filter < filters; filter++) {
        const answer =
          (rows[left + filter] as number) +
          (rows[middle + filter] as number) +
          (rows[right + filter] as number) +
          (biases[filter] as number);
        if (answer > (strongest[filter] as number)) {
          strongest[filter] = answer;
          places[filter] = place;
        }
      }
    }
  }

  private learnOutput(source: number, output: number, target: number, weight: number): void {
    const { strongest, kept, slopes, network, settings } = this;
    const { heads, intercepts, filters } = network;
    const head = output * filters;
    let sum = intercepts.parameters[output] as number;
    if (output === 0) sum += this.sources.parameters[source] as number;
    for (let filter = 0; filter < filters; filter++) {
      sum +=
        (heads.parameters[head + filter] as number) *
        (strongest[filter] as number) *
        (kept[filter] as number);
    }
    const slope = ((1 / (1 + Math.exp(-sum)) - target) * weight) / settings.batch;
    intercepts.gradients[output] = (intercepts.gradients[output] as number) + slope;
    if (output === 0) {
      this.sources.gradients[source] = (this.sources.gradients[source] as number) + slope;
    }
    for (let filter = 0; filter < filters; filter++) {
      const answer = (strongest[filter] as number) * (kept[filter] as number);
      heads.gradients[head + filter] = (heads.gradients[head + filter] as number) + slope * answer;
      slopes[filter] =
        (slopes[filter] as number) +
        slope * (heads.parameters[head + filter] as number) * (kept[filter] as number);
    }
  }

  /** Only the place where a filter answered strongest learns. */
  private learnRows(): void {
    const { places, slopes, tokens, network, settings } = this;
    const { biases, filters } = network;
    for (let filter = 0; filter < filters; filter++) {
      const place = places[filter] as number;
      const slope = slopes[filter] as number;
      if (place < 0 || slope === 0) continue;
      biases.gradients[filter] = (biases.gradients[filter] as number) + slope;
      const right = place + 1 < tokens.length ? (tokens[place + 1] as number) : EDGE;
      network.learn(
        place > 0 ? (tokens[place - 1] as number) : EDGE,
        filter,
        slope,
        settings.batch,
      );
      network.learn(tokens[place] as number, filters + filter, slope, settings.batch);
      network.learn(right, 2 * filters + filter, slope, settings.batch);
    }
  }
}
