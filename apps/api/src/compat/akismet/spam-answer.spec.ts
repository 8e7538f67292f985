import { describe, expect, it } from 'vitest';
import { type Finding, type FindingOutcome, type Label, LABELS } from '#contract';
import { isProvisional, spamAnswer, type SpamAnswer } from './spam-answer.js';

const finding = (
  label: Label | null,
  score: number | null,
  outcome: FindingOutcome = 'hold',
  changes: Partial<Finding> = {},
): Finding => ({
  ...{ check: 'a-check', version: '1', label, score, outcome, threshold: 0.5 },
  ...{ spans: [], reason: 'A_REASON', details: {}, milliseconds: 0 },
  ...changes,
});

const WRITTEN = { isBlank: false, trapped: false };
const answer = (findings: Finding[], changes: Partial<typeof WRITTEN> = {}): SpamAnswer =>
  spamAnswer({ findings, told: null }, { ...WRITTEN, ...changes });

describe('what holds a comment', () => {
  const SPAM = [
    ...['spam', 'link-count', 'blocked-link', 'banned-word', 'repeat-by-author', 'flood'],
    ...['repeat-across-authors', 'author-banned', 'author-suspended', 'author-premoderated'],
    'gibberish',
  ];

  it.each(
    LABELS.map((label): [Label, SpamAnswer] => [label, SPAM.includes(label) ? 'spam' : 'ham']),
  )('as %s is %s', (label, expected) => {
    expect(answer([finding(label, 0.8)])).toBe(expected);
    expect(answer([finding(label, 0.8, 'none')])).toBe('ham');
  });

  it('as a flood is no spam when the article is busy', () => {
    expect(answer([finding('flood', 1, 'hold', { reason: 'FLOOD_ON_ARTICLE' })])).toBe('ham');
  });

  it('as gibberish is no spam when there is no text', () => {
    expect(answer([finding('gibberish', 1)], { isBlank: true })).toBe('ham');
  });
});

describe('what nobody needs to see', () => {
  it.each<[string, Finding[], SpamAnswer]>([
    ['what a list rejects', [finding('blocked-link', 1, 'reject')], 'discard'],
    ['what the policy rejects', [finding('spam', 0.8, 'reject')], 'discard'],
    ['what two checks are sure of', [finding('spam', 0.9), finding('spam', 0.95)], 'discard'],
    ['not what one is sure of', [finding('spam', 0.99), finding('spam', 0.89)], 'spam'],
    ['not what is rejected for its manners', [finding('threat', 1, 'reject')], 'ham'],
    ['not nothing', [], 'ham'],
  ])('%s', (_, findings, expected) => {
    expect(answer(findings)).toBe(expected);
  });
});

it('takes the word of people for it', () => {
  const told = (word: 'spam' | 'ham', findings: Finding[]): SpamAnswer =>
    spamAnswer({ findings, told: word }, WRITTEN);
  expect(told('ham', [finding('spam', 1, 'reject')])).toBe('ham');
  expect(told('spam', [])).toBe('spam');
});

it('takes whoever fell into a trap for a program, whatever the policy says', () => {
  expect(answer([], { trapped: true })).toBe('spam');
});

it('is provisional when a check could not run', () => {
  expect(isProvisional({ findings: [finding(null, null)] })).toBe(true);
  expect(isProvisional({ findings: [finding('spam', 1)] })).toBe(false);
});
