import { describe, expect, it } from 'vitest';
import { type Classification, EXPLAINED_FROM } from '#classifier';
import { classifierScorer } from './classifier-scorer.js';

const scorerOf = (classification: Classification) =>
  classifierScorer({ version: '2026-11-22', classify: () => classification });

describe('the classifier as a scorer', () => {
  it('gives every label that the language has, with spans where there is something to explain', () => {
    const scorer = scorerOf({
      language: 'en',
      scores: { toxicity: 0.94567, insult: EXPLAINED_FROM, threat: EXPLAINED_FROM - 0.001 },
      spans: [{ start: 4, end: 9, weight: 0.8 }],
    });
    expect(scorer).toMatchObject({ name: 'classifier', version: '2026-11-22' });
    expect(scorer.score('You idiot', {})).toEqual({
      language: 'en',
      labels: [
        {
          label: 'toxicity',
          score: 0.9456,
          spans: [expect.objectContaining({ start: 4, end: 9 })],
        },
        { label: 'threat', score: 0.019, spans: [] },
        { label: 'insult', score: 0.02, spans: [expect.objectContaining({ start: 4, end: 9 })] },
      ],
    });
  });

  it('names the language that it has no model for', () => {
    const scorer = scorerOf({ language: 'pt', scores: null, spans: [] });
    expect(scorer.score('Bom dia', {})).toEqual({ labels: [], unscoredLanguage: 'pt' });
  });

  it('passes on the language, if it is known', () => {
    const asked: unknown[] = [];
    const scorer = classifierScorer({
      version: '1',
      classify: (_, options): Classification => {
        asked.push(options);
        return { language: 'zh', scores: null, spans: [] };
      },
    });
    void scorer.score('再見', { language: 'zh-Hant' });
    expect(asked).toEqual([{ language: 'zh-Hant' }]);
  });
});
