import { describe, expect, it } from 'vitest';
import { Adam } from './adam.js';

describe('Adam', () => {
  it('moves at first by the learning rate, whatever the size of the gradient', () => {
    const adam = new Adam(Float32Array.of(1, 1, 1));
    adam.gradients.set([100, -0.01, 0]);
    adam.step(0.1);
    expect([...adam.parameters]).toEqual([expect.closeTo(0.9), expect.closeTo(1.1), 1]);
  });

  it('forgets the gradients after a step', () => {
    const adam = new Adam(Float32Array.of(1));
    adam.gradients.set([5]);
    adam.step(0.1);
    expect([...adam.gradients]).toEqual([0]);
  });

  it('follows the published update', () => {
    const adam = new Adam(Float32Array.of(0));
    let [mean, square, expected] = [0, 0, 0];
    for (const [index, gradient] of [1, -2, 0.5, 0].entries()) {
      mean = 0.9 * mean + 0.1 * gradient;
      square = 0.999 * square + 0.001 * gradient ** 2;
      const time = index + 1;
      expected -= (0.01 * (mean / (1 - 0.9 ** time))) / Math.sqrt(square / (1 - 0.999 ** time));
      adam.gradients.set([gradient]);
      adam.step(0.01);
      expect(adam.parameters[0]).toBeCloseTo(expected, 5);
    }
  });

  it('finds the lowest point of a bowl', () => {
    const adam = new Adam(Float32Array.of(3, -3));
    for (let time = 0; time < 1_000; time++) {
      const [x = 0, y = 0] = adam.parameters;
      adam.gradients.set([2 * (x - 1), 20 * (y - 2)]);
      adam.step(0.02);
    }
    expect([...adam.parameters]).toEqual([expect.closeTo(1, 1), expect.closeTo(2, 1)]);
  });
});
