import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from './attributes.js';
import { readScores } from './read-scores.js';

const TEXT = 'Hi 😀 fool';

function spansOf(...pieces: [begin: number, end: number, value: number][]) {
  const spanScores = pieces.map(([begin, end, value]) => ({ begin, end, score: { value } }));
  const INSULT = { summaryScore: { value: 0.9 }, spanScores };
  return readScores({ attributeScores: { INSULT } }, TEXT, ATTRIBUTES)[0]?.spans;
}

describe('readScores', () => {
  it('marks the pieces that made the score, in UTF-16 units', () => {
    expect(spansOf([0, 5, 0.1], [6, 10, 0.5])).toEqual([{ start: 6, end: 10 }]);
  });

  it('marks nothing when the whole text made the score', () => {
    expect(spansOf([0, TEXT.length, 0.9])).toEqual([]);
  });

  it('does not trust a service that counts in bytes', () => {
    const inBytes = Buffer.byteLength(TEXT);
    expect(() => spansOf([8, inBytes, 0.9])).toThrow('answers with something other than scores');
  });

  it('leaves out what was not asked for', () => {
    const attributeScores = { SPAM: { summaryScore: { value: 1 } } };
    const asked = ATTRIBUTES.filter(({ label }) => label !== 'spam');
    expect(readScores({ attributeScores }, TEXT, asked)).toEqual([]);
  });
});
