import { expect, it, test } from 'vitest';
import type { ExplainedFinding, ExplainedVerdict, FindingOutcome, TriedStatus } from '#contract';
import { countsAnywhere, differenceOf, movesOf } from './trial-difference.js';

const finding = (label: 'insult' | 'spam', outcome: FindingOutcome): ExplainedFinding => ({
  ...{ check: 'classifier', version: '1', label, score: 0.8, threshold: 0.7, outcome },
  ...{ spans: [], reason: 'SCORED', details: {}, milliseconds: 1, explanation: 'It did.' },
});
const verdict = (
  status: TriedStatus,
  reason = 'CLEAN',
  findings: ExplainedFinding[] = [],
): ExplainedVerdict => ({
  ...{ status, reason, details: {}, explanation: '', spans: [], findings },
});
const trial = (inForce: ExplainedVerdict, draft: ExplainedVerdict | null) => ({
  ...{ body: 'a', version: 1, inForce, draft },
});

test.each([
  ['nothing without a draft', verdict('held'), null, null],
  ['none', verdict('held', 'SPAM_SIGNS'), verdict('held', 'SPAM_SIGNS'), 'none'],
  ['another reason', verdict('held', 'SPAM_SIGNS'), verdict('held', 'CAPITALS'), 'reason'],
  ['another status', verdict('held', 'SPAM_SIGNS'), verdict('rejected', 'SPAM_SIGNS'), 'status'],
])('the difference is %s', (_, inForce, draft, expected) => {
  expect(differenceOf(trial(inForce, draft))).toBe(expected);
});

it('shows under both policies what counted under one of them', () => {
  const [held, free] = [finding('insult', 'hold'), finding('insult', 'none')];
  const quiet = finding('spam', 'none');
  const counts = countsAnywhere(
    trial(verdict('held', 'SCORED', [held, quiet]), verdict('published', 'CLEAN', [free, quiet])),
  );
  expect([held, free, quiet].map(counts)).toEqual([true, true, false]);
  expect(counts(finding('insult', 'none'))).toBe(true);
});

it('counts what goes where, the most frequent first', () => {
  const move = (before: TriedStatus, after: TriedStatus) => ({
    ...{ inForce: verdict(before), draft: verdict(after) },
  });
  expect(
    movesOf([move('held', 'published'), move('published', 'held'), move('published', 'held')]),
  ).toEqual([
    { before: 'published', after: 'held', count: 2 },
    { before: 'held', after: 'published', count: 1 },
  ]);
  expect(movesOf([])).toEqual([]);
});
