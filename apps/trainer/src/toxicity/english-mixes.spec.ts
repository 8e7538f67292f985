import { describe, expect, it } from 'vitest';
import { LINEAR_OUTPUTS, OUTPUT_COUNT, TOXICITY_LABELS } from '#classifier';
import { tweet } from '../data/rows.fixture.js';
import { commentMix, hateMix, trustedByKinds } from './english-mixes.js';

const outputOf = (name: (typeof LINEAR_OUTPUTS)[number]): number => LINEAR_OUTPUTS.indexOf(name);
/** Where the outputs of the convolution for the hate sets begin. */
const OWN = OUTPUT_COUNT + LINEAR_OUTPUTS.length;
const rows = [2, 4, 7].map((source) => tweet('', 1, { source }));
const sum = (mix: ReadonlyMap<number, number>, from: number): number =>
  [...mix].reduce((total, [output, weight]) => (output >= from ? total + weight : total), 0);

describe('what makes a text toxic', () => {
  it('as comments are, is said by both models, and by nothing about hate', () => {
    const mix = commentMix();
    expect(mix.get(outputOf('toxicity'))).toBeGreaterThan(0);
    expect(mix.get(OUTPUT_COUNT + outputOf('toxicity'))).toBeGreaterThan(0);
    expect(mix.has(outputOf('hate'))).toBe(false);
  });

  it('as hate is, is said by the linear model and by the sets that are heard', () => {
    expect([...hateMix(rows, new Set([2, 7])).keys()]).toEqual([outputOf('hate'), OWN, OWN + 2]);
  });

  it('as hate is, counts as much however many sets are heard', () => {
    const [one, all] = [hateMix(rows, new Set([4])), hateMix(rows, new Set([2, 4, 7]))];
    expect(sum(all, OWN)).toBeCloseTo(sum(one, OWN), 10);
    expect(all.get(OWN)).toBe(all.get(OWN + 2));
  });

  it('as hate is, is left to the linear model where no set is heard', () => {
    expect([...hateMix(rows, new Set()).keys()]).toEqual([outputOf('hate')]);
  });

  it.each([commentMix(), hateMix(rows, new Set([2]))])('never counts against it', (mix) => {
    for (const weight of mix.values()) expect(weight).toBeGreaterThan(0);
  });
});

it('lets each kind believe its own outputs and those of toxicity, and an attack on identity hate', () => {
  const trusted = trustedByKinds();
  expect(trusted).toHaveLength(TOXICITY_LABELS.length - 1);
  TOXICITY_LABELS.slice(1).forEach((name, kind) => {
    const own = outputOf(name);
    const expected = [own, OUTPUT_COUNT + own, 0, OUTPUT_COUNT];
    const hate = [outputOf('hate'), OUTPUT_COUNT + outputOf('hate')];
    expect(trusted[kind]).toEqual(name === 'identity-attack' ? [...expected, ...hate] : expected);
  });
});
