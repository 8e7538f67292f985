import { describe, expect, it } from 'vitest';
import type { Row } from '../data/corpus.js';
import { comment, tweet } from '../data/rows.fixture.js';
import { featureScales } from './feature-scales.js';
import { SparseRowsBuilder } from './sparse-rows.js';

const SIZE = 8;
const TIMES = 20;

/** So many copies of a row with these features. */
type Group = [row: Row, features: number[], times?: number];

function scale(groups: readonly Group[], exponent = 1) {
  const builder = new SparseRowsBuilder(SIZE);
  const rows = groups.flatMap(([row, features, times = TIMES]) =>
    Array.from({ length: times }, () => {
      builder.add(Int32Array.from(features), features.length);
      return row;
    }),
  );
  const { steps, step } = featureScales(rows, builder.build(), SIZE, exponent);
  return Array.from(steps, (steps8) => steps8 * step);
}

const toxic = comment('', 1);
const civil = comment('', 0);
const [TELLING, EVEN, SAYS_CIVIL, NEVER] = [1, 2, 3, 4];
const PLAIN: Group[] = [
  [toxic, [TELLING, EVEN]],
  [civil, [SAYS_CIVIL, EVEN]],
];
/** One more of each than were counted; the same number of texts on both sides. */
const STRONGEST = Math.log(TIMES + 1);

describe('how much a feature counts', () => {
  it('is how much oftener it is on one side, whichever', () => {
    const found = scale(PLAIN);
    expect(found[TELLING]).toBeCloseTo(STRONGEST, 5);
    expect(found[SAYS_CIVIL]).toBeCloseTo(STRONGEST, 5);
  });

  it('is little, but not nothing, where it is spread evenly', () => {
    const even = scale(PLAIN)[EVEN] as number;
    expect(even).toBeGreaterThan(0);
    expect(even).toBeLessThan(STRONGEST / 20);
  });

  it('is nothing where it is not used, or in too few texts', () => {
    const found = scale([...PLAIN, [toxic, [5], 2]]);
    expect(found[NEVER]).toBe(0);
    expect(found[5]).toBe(0);
  });

  it('does not hear of rows that are kept', () => {
    const kept = comment('', 0, { validation: true });
    expect(scale([...PLAIN, [kept, [TELLING]]])).toEqual(scale(PLAIN));
  });

  it('hears of a row by its weight', () => {
    const half = scale([...PLAIN, [comment('', 0, { weight: 0.5 }), [TELLING]]])[TELLING] as number;
    const full = scale([...PLAIN, [civil, [TELLING]]])[TELLING] as number;
    expect(full).toBeLessThan(half);
    expect(half).toBeLessThan(STRONGEST);
  });

  it('hears of hate where nothing is said of toxicity, and less', () => {
    const hate = scale([...PLAIN, [tweet('', 1), [SAYS_CIVIL]]])[SAYS_CIVIL] as number;
    const whole = scale([...PLAIN, [toxic, [SAYS_CIVIL]]])[SAYS_CIVIL] as number;
    expect(hate).toBeLessThan(STRONGEST);
    expect(hate).toBeGreaterThan(whole);
  });

  it('is nearer to that of others by an exponent below one', () => {
    const [plain, root] = [scale(PLAIN), scale(PLAIN, 0.5)];
    const ratio = (found: number[]): number => (found[TELLING] as number) / (found[EVEN] as number);
    expect(ratio(root)).toBeLessThan(ratio(plain) / 2);
    expect(root[TELLING]).toBeCloseTo(Math.sqrt(STRONGEST), 5);
  });

  it('is nothing for all without rows', () => {
    expect(scale([])).toEqual(Array(SIZE).fill(0));
  });
});
