import { describe, expect, it } from 'vitest';
import { readSpam } from '#classifier';
import { gramScales } from './gram-scales.js';
import { vectorize } from './vectorize.js';

const BUCKETS = 4096;

describe('gramScales', () => {
  const rows = Array.from({ length: 40 }, (_, place) => [
    { text: 'subscribe both', spam: 1 as const, source: 'one', group: String(place) },
    { text: 'council both', spam: 0 as const, source: 'one', group: String(place) },
  ]).flat();
  const scaleOf = (word: string, weight: number) => {
    const scales = gramScales(vectorize(rows), new Float64Array(rows.length).fill(weight), BUCKETS);
    return scales[(readSpam(word).grams.wordIds[0] ?? 0) % BUCKETS] ?? 0;
  };

  it('counts a word of one side more than a word of both', () => {
    expect(scaleOf('subscribe', 1)).toBeGreaterThan(3 * scaleOf('both', 1));
    expect(scaleOf('council', 1)).toBeCloseTo(scaleOf('subscribe', 1), 5);
  });

  it('believes few rows less than many', () => {
    expect(scaleOf('subscribe', 0.1)).toBeLessThan(scaleOf('subscribe', 1));
  });
});
