import { describe, expect, it } from 'vitest';
import { LINEAR_OUTPUTS } from '#classifier';
import { comment, tweet } from '../../data/rows.fixture.js';
import { hateHeads, outputCount, toExample } from './convolution-example.js';

const [TOXICITY, INSULT, HATE] = (['toxicity', 'insult', 'hate'] as const).map((name) =>
  LINEAR_OUTPUTS.indexOf(name),
) as [number, number, number];
const tokens = Int32Array.of(2, 3);
const heads = new Map([[1, HATE + 1]]);

describe('the hate sets', () => {
  const some = [comment('a', 1), tweet('b', 0, { source: 5 }), tweet('c', 1, { source: 2 })];

  it('have an output each, in the order of the sets, behind those of the labels', () => {
    const found = hateHeads([...some, ...some]);
    expect([...found]).toEqual([
      [2, HATE + 1],
      [5, HATE + 2],
    ]);
    expect(outputCount(found)).toBe(LINEAR_OUTPUTS.length + 2);
  });

  it('are not the comment sets', () => {
    expect(hateHeads([comment('a', 1), comment('b', 0)]).size).toBe(0);
  });
});

describe('what a row teaches', () => {
  const known = { ...comment('', 1, { weight: 0.5 }) };
  known.labels[INSULT] = 0;
  known.labels[HATE] = 1;

  it('is what is known of it, toxicity before its kinds', () => {
    const { outputs, targets, weights, source } = toExample(known, tokens, heads);
    expect(outputs).toEqual([TOXICITY, INSULT, HATE]);
    expect(targets).toEqual([1, 0, 1]);
    expect(source).toBe(0);
    expect(weights[0]).toBe(0.5);
    expect(weights[1]).toBeLessThan(0.5);
    expect(weights[2]).toBe(known.hateWeight);
  });

  it('is, of a tweet, what its set says as well', () => {
    const row = tweet('', 1, { weight: 0.2, hateWeight: 0.2 });
    expect(toExample(row, tokens, heads)).toMatchObject({
      ...{ outputs: [HATE, HATE + 1], targets: [1, 1], weights: [0.2, 0.2] },
    });
  });

  it('is what its set says even where that is no hate', () => {
    const row = tweet('', 1);
    row.labels[HATE] = -1;
    expect(toExample(row, tokens, heads)).toMatchObject({ outputs: [HATE + 1], targets: [1] });
  });
});
