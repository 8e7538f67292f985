import { describe, expect, it } from 'vitest';
import type { Label } from '#contract';
import type { TextScore } from '#text-scores';
import { moderationOf } from './moderation-categories.js';

function moderation(scores: Partial<Record<Label, number>>) {
  const told = Object.entries(scores).map(([label, score]): [Label, TextScore] => {
    return [label as Label, { score, spans: [], check: 'c', version: '1' }];
  });
  const { flagged, categories, category_scores, category_applied_input_types } = moderationOf({
    scores: new Map(told),
  });
  const named = (values: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== 0 && value !== false),
    );
  const applied = Object.values(category_applied_input_types).flat().length;
  return { flagged, categories: named(categories), scores: named(category_scores), applied };
}

describe('the scores of labels as categories', () => {
  it.each<[string, Partial<Record<Label, number>>, object]>([
    ['nothing', {}, { flagged: false, categories: {}, scores: {}, applied: 0 }],
    [
      'less than the shipped policy holds',
      { toxicity: 0.89, insult: 0.79 },
      { flagged: false, categories: {}, scores: { harassment: 0.89 }, applied: 1 },
    ],
    [
      'an insult that reaches its own threshold below a toxicity that does not',
      { toxicity: 0.85, insult: 0.8 },
      { flagged: true, categories: { harassment: true }, scores: { harassment: 0.85 }, applied: 1 },
    ],
    [
      'a threat, which speaks of violence',
      { threat: 0.2, 'identity-attack': 0 },
      {
        flagged: true,
        categories: { 'harassment/threatening': true, violence: true },
        scores: { 'harassment/threatening': 0.2, violence: 0.2 },
        applied: 4,
      },
    ],
    [
      'an attack that threatens',
      { threat: 0.6, 'identity-attack': 0.3 },
      {
        flagged: true,
        categories: {
          ...{ 'harassment/threatening': true, hate: true },
          ...{ 'hate/threatening': true, violence: true },
        },
        scores: {
          ...{ 'harassment/threatening': 0.6, hate: 0.3 },
          ...{ 'hate/threatening': 0.3, violence: 0.6 },
        },
        applied: 4,
      },
    ],
    [
      'spam, bad words and what has no category',
      { spam: 1, obscene: 1, profanity: 1, capitals: 1 },
      { flagged: false, categories: {}, scores: {}, applied: 0 },
    ],
  ])('%s', (_, scores, expected) => {
    expect(moderation(scores)).toEqual(expected);
  });
});
