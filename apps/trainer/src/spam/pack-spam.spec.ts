import { describe, expect, it } from 'vitest';
import { type SpamModel, scoreSpam } from '#classifier';
import { mulberry32 } from '../obfuscate/random.js';
import { packSpam } from './pack-spam.js';

function model(weights: Float32Array): SpamModel {
  return {
    ...{ weights, scale: 1, dense: new Float32Array(256).fill(0.1), bias: -0.5 },
    calibration: { a: 1.5, b: -2 },
  };
}

const random = mulberry32(1);
const plain = model(Float32Array.from({ length: 256 }, () => (random() - 0.5) * 6));

describe('packSpam', () => {
  it('errs by half a step at most, with the largest weight at the end of the scale', () => {
    const { weights, scale } = packSpam(plain);
    expect(Math.max(...Array.from(weights, Math.abs))).toBe(32_767);
    plain.weights.forEach((weight, at) => {
      expect(Math.abs(weight - (weights[at] as number) * scale)).toBeLessThanOrEqual(scale * 0.51);
    });
  });

  it('scores texts as before', () => {
    for (const text of ['earn $500 a day, dm me', 'best article i have read', '']) {
      expect(scoreSpam(packSpam(plain), text)).toBeCloseTo(scoreSpam(plain, text), 3);
    }
  });

  it('packs a model that was packed once more without a loss', () => {
    const once = packSpam(plain);
    expect(packSpam(once)).toEqual(once);
  });

  it('packs a model without weights', () => {
    const { weights, scale } = packSpam(model(new Float32Array(4)));
    expect([...weights]).toEqual([0, 0, 0, 0]);
    expect(scale).toBeGreaterThan(0);
  });
});
