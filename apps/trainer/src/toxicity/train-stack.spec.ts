import { describe, expect, it } from 'vitest';
import { expectedCalibrationError } from '../measures/calibration-error.js';
import { mulberry32 } from '../obfuscate/random.js';
import { addKinds, calibrateToxicity, noStack, type StackExample } from './train-stack.js';

const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Texts of which the first output says what is `true`, distorted: of those with the same output so many are toxic. */
function examples(count: number, truth: (output: number) => number, seed = 1): StackExample[] {
  const random = mulberry32(seed);
  return Array.from({ length: count }, () => {
    const output = random() * 8 - 5;
    const toxic = random() < chance(truth(output)) ? 1 : 0;
    // The second output knows nothing, the third the opposite.
    const outputs = Float32Array.of(output, random() * 4 - 2, -output);
    const kind = toxic === 1 && random() < chance(output) ? 1 : 0;
    return { outputs, targets: [toxic, kind, -1], weight: 1 };
  });
}

const comment = new Map([[0, 1]]);
const INPUTS = 3;

describe('calibrateToxicity', () => {
  const truth = (output: number): number => 0.7 * output - 2;
  const rows = examples(4_000, truth);

  it('finds the slope and the intercept by which log-odds mean what they say', () => {
    const { slope, intercepts } = calibrateToxicity(rows, INPUTS, { comment, hate: null });
    expect(slope).toBeCloseTo(0.7, 0.5);
    expect(intercepts[0]).toBeCloseTo(-2, 0.5);
    const fresh = examples(4_000, truth, 2);
    const scores = fresh.map(({ outputs }) =>
      chance(slope * (outputs[0] as number) + (intercepts[0] as number)),
    );
    const positive = fresh.map(({ targets }) => targets[0] === 1);
    expect(expectedCalibrationError(scores, positive)).toBeLessThan(0.03);
  });

  it('counts examples by their weight', () => {
    const weighed = rows.map((row) => ({ ...row, weight: row.targets[0] === 1 ? 0.25 : 1 }));
    const { slope, intercepts } = calibrateToxicity(weighed, INPUTS, { comment, hate: null });
    const plain = calibrateToxicity(rows, INPUTS, { comment, hate: null });
    // A quarter of the toxic ones: the odds of all are a quarter.
    expect((intercepts[0] as number) - (plain.intercepts[0] as number)).toBeCloseTo(
      Math.log(0.25),
      1,
    );
    expect(slope).toBeCloseTo(plain.slope, 1);
  });

  it('keeps the mixes of both ways, and calibrates their union', () => {
    const hate = new Map([[2, 0.5]]);
    const both = calibrateToxicity(rows, INPUTS, { comment, hate });
    expect([...both.weights]).toEqual([1, 0, 0]);
    expect([...(both.hate ?? [])]).toEqual([0, 0, 0.5]);
    const alone = calibrateToxicity(rows, INPUTS, { comment, hate: null });
    expect(both.slope).not.toBeCloseTo(alone.slope, 2);
  });

  it('stays finite where toxic and civil can be told without an error', () => {
    const certain = [-2, -1, 1, 2].map((output) => ({
      ...{ outputs: Float32Array.of(output, 0, 0), targets: [output > 0 ? 1 : 0], weight: 1 },
    }));
    const { slope, intercepts } = calibrateToxicity(certain, INPUTS, { comment, hate: null });
    expect(slope).toBeGreaterThan(0);
    expect(slope).toBeLessThan(50);
    expect(Math.abs(intercepts[0] as number)).toBeLessThan(1);
  });
});

describe('addKinds', () => {
  const rows = examples(3_000, (output) => output);
  const stack = addKinds(
    ...([calibrateToxicity(rows, INPUTS, { comment, hate: null }), rows, [[0, 1, 2]]] as const),
  );
  const kind = stack.weights.subarray(INPUTS);

  it('leaves toxicity as it was', () => {
    const alone = calibrateToxicity(rows, INPUTS, { comment, hate: null });
    expect(stack.weights.subarray(0, INPUTS)).toEqual(alone.weights);
    expect(stack.intercepts[0]).toBe(alone.intercepts[0]);
    expect(stack.slope).toBe(alone.slope);
  });

  it('believes what tells a kind, and gives no output a negative weight', () => {
    expect(kind[0]).toBeGreaterThan(0.3);
    // What says the opposite is dropped rather than believed the other way round.
    expect(kind[2]).toBe(0);
    expect(Math.min(...kind)).toBeGreaterThanOrEqual(0);
  });

  it('believes none where all that it may believe says the opposite', () => {
    const wrong = addKinds(noStack(INPUTS), rows, [[2]]);
    expect([...wrong.weights.subarray(INPUTS)]).toEqual([0, 0, 0]);
    const share = rows.filter(({ targets }) => targets[1] === 1).length / rows.length;
    expect(chance(wrong.intercepts[1] as number)).toBeCloseTo(share, 3);
  });

  it('calibrates a kind', () => {
    const fresh = examples(3_000, (output) => output, 2);
    const scores = fresh.map(({ outputs }) =>
      chance(
        kind.reduce((sum, weight, at) => sum + weight * (outputs[at] as number), 0) +
          (stack.intercepts[1] as number),
      ),
    );
    const positive = fresh.map(({ targets }) => targets[1] === 1);
    expect(expectedCalibrationError(scores, positive)).toBeLessThan(0.04);
  });

  it('never finds a kind that no example speaks of', () => {
    const silent = addKinds(noStack(INPUTS), rows, [[0], [0, 1]]);
    expect([...silent.weights.subarray(2 * INPUTS)]).toEqual([0, 0, 0]);
    expect(chance(silent.intercepts[2] as number)).toBeLessThan(1e-4);
  });

  it('believes only the outputs that it is told to', () => {
    const trusted = addKinds(noStack(INPUTS), rows, [[1]]).weights.subarray(INPUTS);
    expect(trusted[0]).toBe(0);
    expect(trusted[2]).toBe(0);
  });

  it('learns a kind from the rows of which it is known', () => {
    const unknown = rows.map((row) => ({ ...row, targets: [row.targets[0] as number, -1] }));
    const both = addKinds(noStack(INPUTS), [...rows, ...unknown], [[0, 1, 2]]);
    expect(both.weights.subarray(INPUTS)).toEqual(kind);
  });
});
