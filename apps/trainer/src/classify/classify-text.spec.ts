import { expect, test } from 'vitest';
import { tinyScorer } from '../tiny-weights.fixture.js';
import { classifyText } from './classify-text.js';

test('quotes the words of the original that carry the score', () => {
  expect(classifyText(tinyScorer(), 'What an ID1OT you are', undefined)).toEqual({
    language: 'en',
    scores: {
      ...{ toxicity: 0.9526, 'severe-toxicity': 0.0474, obscene: 0.0474 },
      ...{ threat: 0.0474, insult: 0.0474, 'identity-attack': 0.0474 },
    },
    spans: [{ text: 'ID1OT', start: 8, end: 13, weight: 0.9526 }],
    spam: 0.2,
  });
});

test('gives no scores in a language without a model, and the spam score all the same', () => {
  const found = classifyText(tinyScorer(), 'Das ist http://beispiel.de', 'de');
  expect(found).toEqual({ language: 'de', scores: null, spans: [], spam: 0.9 });
});
