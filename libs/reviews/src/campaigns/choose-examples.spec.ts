import { describe, expect, it } from 'vitest';
import { type Candidate, chooseExamples } from './choose-examples.js';

const item = (id: string, textHash: bigint, simHash: bigint | null): Candidate => ({
  id,
  textHash,
  simHash,
});
const chosen = (candidates: Candidate[], most = 3) =>
  chooseExamples(candidates, most)
    .map(({ id }) => id)
    .join('');

describe('the examples of a campaign', () => {
  it('are the first and those that differ most from it and from each other', () => {
    const candidates = [
      item('a', 1n, 0b0n),
      item('b', 2n, 0b1n),
      item('c', 3n, 0b1111n),
      item('d', 4n, 0b11110000n),
    ];
    expect(chosen(candidates)).toBe('acd');
  });

  it('are no copies of each other while there is anything else', () => {
    expect(chosen([item('a', 1n, null), item('b', 1n, null), item('c', 2n, null)], 2)).toBe('ac');
  });

  it('are copies where there is nothing else', () => {
    expect(chosen([item('a', 1n, 0n), item('b', 1n, 0n)])).toBe('ab');
  });

  it('are none of none', () => {
    expect(chosen([])).toBe('');
  });
});
