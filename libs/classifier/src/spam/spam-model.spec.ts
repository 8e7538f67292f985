import { describe, expect, it } from 'vitest';
import { explainSpam } from './explain-spam.js';
import { FEATURE_AT, SPAM_FEATURES } from './spam-feature-names.js';
import { scoreSpam, type SpamModel, spamLogOdds } from './spam-model.js';
import { readSpam } from './spam-reading.js';

const BUCKETS = 1024;

/** A model that has learned nothing: the expectations of the features decide. */
function unlearned(): SpamModel {
  return {
    weights: new Float32Array(BUCKETS),
    scale: 1,
    dense: Float32Array.from(SPAM_FEATURES, ({ expected }) => expected),
    bias: -4,
    calibration: { a: 1, b: 0 },
  };
}

function knowing(word: string, weight: number): SpamModel {
  const model = unlearned();
  const { grams } = readSpam(word);
  model.weights[(grams.wordIds[0] ?? 0) % BUCKETS] = weight;
  return model;
}

describe('scoreSpam', () => {
  it('scores an advertisement above an argument before any row was learned', () => {
    const spam = scoreSpam(unlearned(), 'Please subscribe to my channel, link: t.me/cheap');
    const ham = scoreSpam(unlearned(), 'What would they have said if it had been true?');
    expect(spam).toBeGreaterThan(0.5);
    expect(ham).toBeLessThan(0.05);
  });

  it('gives whole and quantized weights the same score, but for rounding', () => {
    const whole = knowing('zebra', 1.27);
    const steps = Array.from(whole.weights, (weight) => Math.round(weight * 100));
    for (const weights of [Int8Array.from(steps), Int16Array.from(steps)]) {
      const quantized: SpamModel = { ...whole, weights, scale: 0.01 };
      expect(scoreSpam(quantized, 'a zebra')).toBeCloseTo(scoreSpam(whole, 'a zebra'), 6);
    }
    expect(scoreSpam(whole, 'a zebra')).not.toBeCloseTo(scoreSpam(unlearned(), 'a zebra'), 6);
  });

  it('weighs a word once, however often it is said', () => {
    const model = knowing('zebra', 1);
    model.dense.fill(0);
    const once = spamLogOdds(model, readSpam('zebra'));
    const often = spamLogOdds(model, readSpam('zebra zebra zebra zebra'));
    expect(often).toBeLessThan(once);
  });
});

describe('explainSpam', () => {
  it('points at the words of the original text', () => {
    const model = knowing('zebra', 3);
    model.dense.fill(0);
    const text = '𝗛𝗶 &amp; ZEBRA!';
    const { spans } = explainSpam(model, text);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toContain('ZEBRA');
    expect(spans.find(({ start }) => start === text.indexOf('ZEBRA'))?.weight).toBeGreaterThan(0);
  });

  it('gives the weight of a feature to the tokens that set it off', () => {
    const model = unlearned();
    model.dense.fill(0);
    model.dense[FEATURE_AT.links] = 2;
    const text = 'look: http://a.example and bit.ly/x';
    const { spans, features } = explainSpam(model, text);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'http://a.example',
      'bit.ly/x',
    ]);
    expect(features.map(({ name }) => name)).toEqual(['links']);
    expect(spans.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(
      features[0]?.weight ?? 0,
      6,
    );
  });
});
