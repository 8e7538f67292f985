import { describe, expect, it } from 'vitest';
import { EDGE } from '#classifier';
import { mulberry32 } from '../../obfuscate/random.js';
import { ConvolutionNetwork } from './convolution-network.js';

const [FILTERS, OUTPUTS, DIMENSIONS] = [2, 1, 4];
const WIDTH = 3 * FILTERS;
/** The edge, the unknown, a word with a vector and one without. */
const VECTORS = Float32Array.of(
  ...[0, 0, 0, 0],
  ...[0, 0, 0, 0],
  ...[1, -2, 0, 0.5],
  ...[0, 0, 0, 0],
);
const [WORD, BARE] = [2, 3];

function network(seed = 1): ConvolutionNetwork {
  const made = new ConvolutionNetwork(
    ...([FILTERS, OUTPUTS, VECTORS, DIMENSIONS, mulberry32(seed)] as const),
  );
  for (let token = 0; token < made.tokens; token++) made.refresh(token);
  return made;
}

const rowOf = ({ rows }: ConvolutionNetwork, token: number): number[] => [
  ...rows.subarray(token * WIDTH, (token + 1) * WIDTH),
];

describe('the rows of a network', () => {
  it('are, for a word without a vector, its residuals: nothing at first', () => {
    const made = network();
    expect(rowOf(made, BARE)).toEqual(Array(WIDTH).fill(0));
    expect(rowOf(made, WORD).every((value) => value !== 0)).toBe(true);
  });

  it('are the same for the same seed', () => {
    expect(network(3).rows).toEqual(network(3).rows);
    expect(network(3).rows).not.toEqual(network(4).rows);
  });

  it('stay as they are until they are refreshed', () => {
    const made = network();
    const before = rowOf(made, WORD);
    made.learn(WORD, 1, 0.5, 1);
    made.step(0.01);
    expect(rowOf(made, WORD)).toEqual(before);
    made.refresh(WORD);
    expect(rowOf(made, WORD)).not.toEqual(before);
  });

  it('move against the gradient by the filter and by the residual of the word', () => {
    const made = network();
    const before = rowOf(made, WORD);
    made.learn(WORD, 1, 0.5, 10);
    made.step(0.01);
    made.refresh(WORD);
    // Adam's first step moves every weight of the filter by the rate; AdaGrad's is 0.02, whatever the gradient.
    const byFilter = 0.01 * (1 + 2 + 0.5);
    const moved = rowOf(made, WORD).map((value, column) => value - (before[column] as number));
    expect(moved[1]).toBeCloseTo(-(byFilter + 0.02), 4);
    expect(moved.filter((_, column) => column !== 1)).toEqual(Array(WIDTH - 1).fill(0));
  });

  it('move by the residual alone for a word without a vector, and never for the edge', () => {
    const made = network();
    for (const token of [BARE, EDGE]) made.learn(token, 1, 0.5, 10);
    made.step(0.01);
    for (const token of [BARE, EDGE]) made.refresh(token);
    expect(rowOf(made, BARE)[1]).toBeCloseTo(-0.02, 4);
    expect(rowOf(made, EDGE)).toEqual(Array(WIDTH).fill(0));
  });
});
