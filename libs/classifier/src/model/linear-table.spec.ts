import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearTable } from './linear-table.fixture.js';
import { LinearScorer, type LinearTable, OUTPUT_COUNT, STRIDE } from './linear-table.js';

const SIZE = 64;
const outputs = Array.from({ length: OUTPUT_COUNT }, (_, output) => output);
/** The `STRIDE` numbers of some buckets. */
type Rows = Map<number, number[]>;

/** What the table's documentation says, word by word. */
function naive({ steps, intercepts }: LinearTable, rows: Rows, hashes: Int32Array): number[] {
  const counts = new Map<number, number>();
  for (const hash of hashes)
    counts.set(hash & (SIZE - 1), (counts.get(hash & (SIZE - 1)) ?? 0) + 1);
  const features = [...counts].flatMap(([bucket, count]) => {
    const numbers = rows.get(bucket)?.map((number, at) => number * (steps[at] as number));
    return numbers ? [{ numbers, frequency: 1 + Math.log(Math.min(255, count)) }] : [];
  });
  const sumOf = (value: (numbers: number[], frequency: number) => number): number =>
    features.reduce((sum, { numbers, frequency }) => sum + value(numbers, frequency), 0);
  const length = Math.sqrt(sumOf(([counted = 0], frequency) => (counted * frequency) ** 2));
  return outputs.map((output) => {
    const sum = sumOf((numbers, frequency) => (numbers[output + 1] ?? 0) * frequency);
    return (intercepts[output] as number) + sum / (length || 1);
  });
}

const row = fc
  .tuple(
    fc.integer({ min: 1, max: 127 }),
    fc.array(fc.integer({ min: -127, max: 127 }), {
      minLength: OUTPUT_COUNT,
      maxLength: OUTPUT_COUNT,
    }),
  )
  .map(([counted, weights]) => [counted, ...weights]);
const anyRows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: SIZE - 1 }), row), {
    selector: ([bucket]) => bucket,
  })
  .map((entries): Rows => new Map(entries));
const anySteps = fc.array(fc.integer({ min: 1, max: 100 }), {
  minLength: STRIDE,
  maxLength: STRIDE,
});
const hashLists = fc.array(fc.integer(), { maxLength: 60 }).map((list) => Int32Array.from(list));

/** A table in which bucket `n` counts 1 and weighs `n` for toxicity. */
const counting = (buckets: Iterable<number> = Array(SIZE).keys()): LinearTable =>
  linearTable(SIZE, new Map(Array.from(buckets, (bucket) => [bucket, [1, bucket]])));

function toxicity(scorer: LinearScorer, hashes: number[]): number {
  scorer.score(Int32Array.from(hashes), hashes.length);
  return scorer.outputs[0] as number;
}

describe('LinearScorer', () => {
  it('gives what the definition gives, for one text after another', () => {
    fc.assert(
      fc.property(
        anyRows,
        anySteps,
        fc.array(hashLists, { maxLength: 4 }),
        (rows, steps, texts) => {
          const table = linearTable(
            SIZE,
            rows,
            steps.map((step) => step / 1_000),
          );
          table.intercepts.set(steps.slice(0, OUTPUT_COUNT));
          const scorer = new LinearScorer(table);
          for (const hashes of texts) {
            scorer.score(hashes, hashes.length);
            const expected = naive(table, rows, hashes);
            for (const output of outputs) {
              expect(scorer.outputs[output]).toBeCloseTo(expected[output] as number, 3);
            }
          }
        },
      ),
    );
  });

  it.each([
    ['one feature in full', [3], 3],
    ['two by their share of a text of length one', [3, 5], 8 / Math.SQRT2],
    ['features that end in the same bucket as one', [3, 3 + SIZE, 3 - SIZE], 3],
    ['no feature at all', [], 0],
  ])('counts %s', (_, hashes, expected) => {
    expect(toxicity(new LinearScorer(counting()), hashes)).toBeCloseTo(expected, 5);
  });

  it('counts a feature that repeats by the logarithm, up to 255 times', () => {
    const scorer = new LinearScorer(counting());
    const repeated = (times: number): number[] => [...Array<number>(times).fill(3), 5];
    for (const [times, counted] of [
      [2, 2],
      [255, 255],
      [300, 255],
      [512, 255],
    ] as const) {
      const frequency = 1 + Math.log(counted);
      const expected = (3 * frequency + 5) / Math.hypot(frequency, 1);
      expect(toxicity(scorer, repeated(times))).toBeCloseTo(expected, 4);
    }
  });

  it('reads so many hashes as it is told to', () => {
    const scorer = new LinearScorer(counting());
    scorer.score(Int32Array.of(3, 5, 7), 1);
    expect(scorer.outputs[0]).toBe(3);
  });

  it('ignores features that it does not know', () => {
    const scorer = new LinearScorer(counting([3, 7]));
    expect(toxicity(scorer, [3, 5, 5])).toBe(3);
    expect(toxicity(scorer, [5])).toBe(0);
  });

  it('knows every bucket in use', () => {
    const scorer = new LinearScorer(counting());
    const known = Array.from({ length: SIZE }, (_, bucket) => toxicity(scorer, [bucket]));
    expect(known).toEqual([...known.keys()]);
  });

  it.each([1, 3])('refuses %i rows for two buckets in use', (rows) => {
    const table = { ...counting([3, 5]), weights: new Int8Array(rows * STRIDE) };
    expect(() => new LinearScorer(table)).toThrow('a row for each bucket in use');
  });
});
