import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../obfuscate/random.js';
import { ConvolutionNetwork } from './convolution-network.js';
import { NetworkAverage } from './network-average.js';

const [FILTERS, OUTPUTS, DIMENSIONS, TOKENS] = [2, 3, 4, 6];
const WIDTH = 3 * FILTERS;

function network(): ConvolutionNetwork {
  const random = mulberry32(1);
  const vectors = Float32Array.from({ length: TOKENS * DIMENSIONS }, () => random() - 0.5);
  return new ConvolutionNetwork(...([FILTERS, OUTPUTS, vectors, DIMENSIONS, random] as const));
}

describe('the average of a network', () => {
  it('is the network itself at one moment, in eight bits', () => {
    const made = network();
    const average = new NetworkAverage(made);
    made.biases.parameters.set([0.3, -0.2]);
    average.take();
    const { tokens, biases, steps, heads, intercepts, filters } = average.toTables();
    expect(filters).toBe(FILTERS);
    expect(heads).toEqual(made.heads.parameters);
    expect(intercepts).toEqual(made.intercepts.parameters);
    expect(tokens).toHaveLength(TOKENS * WIDTH);
    made.rows.forEach((value, at) => {
      const step = steps[(at % WIDTH) % FILTERS] as number;
      expect(Math.abs((tokens[at] as number) * step - value)).toBeLessThanOrEqual(step * 0.501);
    });
    made.biases.parameters.forEach((value, filter) => {
      const step = steps[filter] as number;
      expect(Math.abs((biases[filter] as number) * step - value)).toBeLessThanOrEqual(step * 0.501);
    });
  });

  it('uses all eight bits for each filter by itself', () => {
    const average = new NetworkAverage(network());
    average.take();
    const { tokens } = average.toTables();
    for (let filter = 0; filter < FILTERS; filter++) {
      const own = Array.from(tokens).filter((_, at) => (at % WIDTH) % FILTERS === filter);
      expect(Math.max(...own.map(Math.abs))).toBe(127);
    }
  });

  it('is the mean of the moments that it was told to take', () => {
    const made = network();
    const average = new NetworkAverage(made);
    for (const moment of [1, 2, 6]) {
      made.intercepts.parameters.fill(moment);
      average.take();
    }
    made.intercepts.parameters.fill(100);
    expect([...average.toTables().intercepts]).toEqual([3, 3, 3]);
  });
});
