import { describe, expect, it, vi } from 'vitest';
import { EDGE, UNKNOWN } from '#classifier';
import { mulberry32 } from '../../obfuscate/random.js';
import type { ConvolutionExample } from './convolution-example.js';
import { ConvolutionNetwork } from './convolution-network.js';
import { CONVOLUTION_SETTINGS } from './convolution-settings.js';
import { ConvolutionTraining } from './convolution-training.js';

const [FILTERS, OUTPUTS, DIMENSIONS, TOKENS] = [3, 2, 4, 6];
const PLAIN = { ...CONVOLUTION_SETTINGS, batch: 1, dropout: 0, wordDropout: 0 };

const EXAMPLE: ConvolutionExample = {
  ...{ tokens: Int32Array.of(2, 3, 4, 5, 2), source: 0, outputs: [0, 1] },
  ...{ targets: [1, 0], weights: [1, 0.3] },
};

function network(): ConvolutionNetwork {
  const random = mulberry32(11);
  const vectors = Float32Array.from({ length: TOKENS * DIMENSIONS }, (_, at) =>
    at < 2 * DIMENSIONS ? 0 : 4 * random() - 2,
  );
  const made = new ConvolutionNetwork(
    ...([FILTERS, OUTPUTS, vectors, DIMENSIONS, random] as const),
  );
  made.heads.parameters.forEach((_, at) => (made.heads.parameters[at] = random() - 0.5));
  made.biases.parameters.fill(0.1);
  for (let token = 0; token < TOKENS; token++) made.refresh(token);
  return made;
}

/** What the network errs on the example: cross-entropy, weighed. */
function loss(made: ConvolutionNetwork, { tokens, outputs, targets, weights }: ConvolutionExample) {
  const { rows, filters, width, biases, heads, intercepts } = made;
  const part = (place: number, position: number, filter: number): number =>
    rows[(tokens[place] ?? EDGE) * width + position * filters + filter] as number;
  const strongest = Array.from(biases.parameters, (bias, filter) =>
    Math.max(
      0,
      ...Array.from(tokens, (_, place) =>
        [0, 1, 2].reduce((sum, at) => sum + part(place + at - 1, at, filter), bias),
      ),
    ),
  );
  return outputs.reduce((sum, output, index) => {
    const logOdds = strongest.reduce(
      (total, answer, filter) =>
        total + answer * (heads.parameters[output * filters + filter] as number),
      intercepts.parameters[output] as number,
    );
    const chance = 1 / (1 + Math.exp(-logOdds));
    const error = -Math.log(targets[index] === 1 ? chance : 1 - chance);
    return sum + error * (weights[index] as number);
  }, 0);
}

/** How the loss changes with one number, by moving it a little to either side. */
function slopes(numbers: Float32Array, lossNow: () => number): number[] {
  const little = 1e-2;
  return Array.from(numbers, (value, at) => {
    numbers[at] = value + little;
    const above = lossNow();
    numbers[at] = value - little;
    const below = lossNow();
    numbers[at] = value;
    return (above - below) / (2 * little);
  });
}

const close = (numbers: readonly number[]): unknown[] =>
  numbers.map((value) => expect.closeTo(value, 2));

describe('the gradients of a text', () => {
  const made = network();
  const training = new ConvolutionTraining(made, PLAIN, mulberry32(1), 1);
  const learn = vi.spyOn(made, 'learn');
  training.learn(EXAMPLE);
  const lossNow = (): number => loss(made, EXAMPLE);

  it.each(['biases', 'heads', 'intercepts'] as const)('of the %s are those of the loss', (name) => {
    const { gradients, parameters } = made[name];
    expect(Math.max(...gradients.map(Math.abs))).toBeGreaterThan(0.02);
    expect([...gradients]).toEqual(close(slopes(parameters, lossNow)));
  });

  it("of the words' rows are those of the loss", () => {
    const gradients = new Float32Array(made.rows.length);
    for (const [token, column, gradient] of learn.mock.calls) {
      const at = token * made.width + column;
      gradients[at] = (gradients[at] as number) + gradient;
    }
    expect(gradients.filter((gradient) => gradient !== 0).length).toBeGreaterThan(4);
    expect([...gradients]).toEqual(close(slopes(made.rows, lossNow)));
  });
});

describe('a training', () => {
  const learned = (settings: Partial<typeof PLAIN>, steps = 1, example = EXAMPLE) => {
    const made = network();
    const training = new ConvolutionTraining(made, { ...PLAIN, ...settings }, mulberry32(1), 1);
    const learn = vi.spyOn(made, 'learn');
    for (let step = 0; step < steps; step++) {
      training.learn(example);
      training.step(0.01);
      for (let token = 0; token < TOKENS; token++) made.refresh(token);
    }
    return { made, learn };
  };

  it('errs less from step to step', () => {
    const before = loss(network(), EXAMPLE);
    expect(loss(learned({}, 30).made, EXAMPLE)).toBeLessThan(before / 2);
  });

  it('learns from no filter where all are left out', () => {
    expect(learned({ dropout: 1 }).learn).not.toHaveBeenCalled();
  });

  it('knows no word where all are made unknown', () => {
    const { learn } = learned({ wordDropout: 1 });
    const tokens = new Set(learn.mock.calls.map(([token]) => token));
    expect([...tokens].filter((token) => token !== UNKNOWN && token !== EDGE)).toEqual([]);
  });

  it('learns from a text without words by its intercepts alone', () => {
    const { made, learn } = learned({}, 1, { ...EXAMPLE, tokens: new Int32Array(0) });
    expect(learn).not.toHaveBeenCalled();
    expect([...made.intercepts.parameters]).toEqual([
      ...[expect.closeTo(-0.99, 4), expect.closeTo(-1.01, 4)],
    ]);
  });
});
