import { describe, expect, it } from 'vitest';
import type { Label } from '#contract';
import type { TextScore } from '#text-scores';
import { sourceOf } from './attributes.js';

const scoresOf = (values: Partial<Record<Label, number>>): Map<Label, TextScore> =>
  new Map(
    Object.entries(values).map(([label, score]) => [
      label as Label,
      { score, spans: [], check: 'a', version: '1' },
    ]),
  );
const SCORES = scoresOf({ toxicity: 0.5, insult: 0.4, obscene: 0.3, spam: 0.2 });

describe('the source of an attribute', () => {
  it.each<[string, number, Label | null]>([
    ['TOXICITY', 0.5, 'toxicity'],
    ['TOXICITY_EXPERIMENTAL', 0.5, 'toxicity'],
    ['INSULT@2', 0.4, 'insult'],
    ['PROFANITY', 0.3, 'obscene'],
    ['OBSCENE', 0.3, 'obscene'],
    ['SPAM', 0.2, 'spam'],
    ['LIKELY_TO_REJECT', 0.6, null],
    ['INCOHERENT', 0, 'gibberish'],
  ])('%s scores %d and teaches %s', (name, score, teaches) => {
    const source = sourceOf(name);
    expect(source?.scoreIn(SCORES)).toBe(score);
    expect(source?.teaches).toBe(teaches);
  });

  it('of PROFANITY is the list of words where that knows better than the model', () => {
    const listed = scoresOf({ obscene: 0.3, profanity: 0.8 });
    expect(sourceOf('PROFANITY')?.scoreIn(listed)).toBe(0.8);
    expect(sourceOf('OBSCENE')?.scoreIn(listed)).toBe(0.3);
  });

  it.each(['FLIRTATION', 'ATTACK_ON_COMMENTER', 'REASONING_EXPERIMENTAL'])(
    'of %s is none',
    (name) => {
      expect(sourceOf(name)).toBeNull();
    },
  );

  it.each(['', 'toxicity', 'NICE', 'TOXICITY@', 'TOXICITY@1@2', 'TOXICITY ', 'SPAM_EXPERIMENTAL'])(
    'of %j is not known',
    (name) => {
      expect(sourceOf(name)).toBeUndefined();
    },
  );
});
