import { describe, expect, it } from 'vitest';
import type { SpamBehavior, SpamClassification } from '#classifier';
import { classifierSpamScorer } from './classifier-spam-scorer.js';

const TEXT = 'Hey, check out my channel tonight';
const wordSpan = (word: string, weight: number) => {
  const start = TEXT.indexOf(word);
  return { start, end: start + word.length, weight };
};
const score = (classification: Partial<SpamClassification>) =>
  classifierSpamScorer({
    version: '2026-11-22',
    classifySpam: () => ({ score: 0.83219, spans: [], behavior: [], ...classification }),
  }).score(TEXT, {} as SpamBehavior);

describe('the spam model as a scorer', () => {
  it('marks the words that add most, as one piece where they stand side by side', () => {
    const spans = [
      wordSpan('Hey', 0.3),
      wordSpan('check', 1),
      wordSpan('out', 0.5),
      wordSpan('my', 0.9),
      wordSpan('channel', 0.2),
      wordSpan('tonight', 0.26),
    ];
    const pieces = score({ spans }).spans.map(({ start, end }) => TEXT.slice(start, end));
    expect(pieces).toEqual(['Hey', 'check out my', 'tonight']);
  });

  it('names what speaks against the author, the strongest first', () => {
    const { behavior, score: rounded } = score({
      behavior: [
        { name: 'history', weight: -1 },
        { name: 'newcomer', weight: 0.5 },
        { name: 'repeats', weight: 2.2 },
      ],
    });
    expect(behavior).toEqual(['repeats', 'newcomer']);
    expect(rounded).toBe(0.8321);
  });
});
