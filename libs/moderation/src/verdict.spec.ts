import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FAIL_SAFE_MODES,
  type Label,
  LABELS,
  type Policy,
  POLICY_MODES,
  type Threshold,
  type VerdictStatus,
} from '#contract';
import { DEFAULT_POLICY } from './default-policy.js';
import type { CheckError, CheckRun } from './run-checks.js';
import { type Standing, STANDINGS } from './standing.js';
import { verdict, type VerdictContext } from './verdict.js';

function run(label: Label, score: number, parts: Partial<CheckRun> = {}): CheckRun {
  const signals = [{ label, score, spans: [], reason: label.toUpperCase(), details: { score } }];
  return { check: 'stub', version: '1', signals, error: null, milliseconds: 2, ...parts };
}

const broken = (error: CheckError): CheckRun =>
  run('insult', 0, { check: 'remote', signals: [], error });

function context(parts: Partial<Policy> = {}, standing: Standing = 'known'): VerdictContext {
  return { policy: { ...DEFAULT_POLICY, ...parts }, author: { standing } };
}

const thresholds = (label: Label, threshold: Threshold): Partial<Policy> => ({
  thresholds: { ...DEFAULT_POLICY.thresholds, [label]: threshold },
});

describe('a verdict', () => {
  it.each<[string, CheckRun[], VerdictStatus, string]>([
    ['of nothing', [], 'published', 'CLEAN'],
    ['of no objection', [run('spam', 0.3)], 'published', 'CLEAN'],
    ['of a held label', [run('spam', 0.3), run('profanity', 0.8)], 'held', 'PROFANITY'],
    ['of a score on the threshold', [run('profanity', 0.7)], 'held', 'PROFANITY'],
    [
      'of a rejected label',
      [run('profanity', 1), run('banned-word', 1)],
      'rejected',
      'BANNED-WORD',
    ],
    [
      'of a weaker rejection beside a stronger hold',
      [run('spam', 1), run('threat', 0.98)],
      'rejected',
      'THREAT',
    ],
    ['of two holds, the higher score', [run('profanity', 0.8), run('spam', 0.9)], 'held', 'SPAM'],
    [
      'of two equal holds, what was laid down',
      [run('link-count', 1), run('suspect-word', 1)],
      'held',
      'SUSPECT-WORD',
    ],
    ['of a label without thresholds', [run('capitals', 1)], 'published', 'CLEAN'],
  ])('%s', (_, runs, status, reason) => {
    expect(verdict(runs, context())).toMatchObject({ status, reason, recheck: false });
  });

  it('does not depend on the order of the checks', () => {
    const runs = [run('link-count', 1), run('suspect-word', 1), run('flood', 1)];
    expect(verdict(runs.toReversed(), context()).reason).toBe(verdict(runs, context()).reason);
  });

  it('keeps each finding with the threshold that decided it', () => {
    const policy = thresholds('insult', { hold: 0.6, reject: 0.9 });
    const runs = [0.5, 0.6, 0.95].map((score) => run('insult', score));
    const { findings, details } = verdict(runs, context(policy));
    expect(findings.map(({ outcome, threshold }) => [outcome, threshold])).toEqual([
      ['none', 0.6],
      ['hold', 0.6],
      ['reject', 0.9],
    ]);
    expect(findings[0]).toMatchObject({ check: 'stub', version: '1', milliseconds: 2 });
    expect(details).toEqual({ score: 0.95, rejectsFrom: 0.9 });
  });

  it('notes what could not be scored, and holds it where the policy asks for that', () => {
    const runs = [run('not-scored', 1)];
    expect(verdict(runs, context())).toMatchObject({ status: 'published', reason: 'CLEAN' });
    const policy = thresholds('not-scored', { hold: 1, reject: null });
    expect(verdict(runs, context(policy))).toMatchObject({ status: 'held', reason: 'NOT-SCORED' });
  });

  it('does not fail on a policy from before a label came to be', () => {
    const { spam: _, ...older } = DEFAULT_POLICY.thresholds;
    const result = verdict(
      [run('spam', 1)],
      context({ thresholds: older as Policy['thresholds'] }),
    );
    expect(result.findings).toMatchObject([{ outcome: 'none', threshold: null }]);
  });
});

describe('the mode of the policy', () => {
  it.each<[Policy['mode'], CheckRun[], VerdictStatus, string]>([
    ['review-first', [], 'held', 'REVIEW_FIRST'],
    ['review-first', [run('profanity', 1)], 'held', 'PROFANITY'],
    ['review-first', [run('banned-word', 1)], 'rejected', 'BANNED-WORD'],
    ['closed', [], 'held', 'COMMENTS_CLOSED'],
    ['publish-first', [], 'published', 'CLEAN'],
  ])('%s', (mode, runs, status, reason) => {
    expect(verdict(runs, context({ mode }))).toMatchObject({ status, reason });
  });
});

describe('a check that could not run', () => {
  it.each<[Policy['failSafe'], CheckRun[], VerdictStatus, string, boolean]>([
    ['hold', [broken('failed')], 'held', 'CHECK_FAILED', false],
    ['hold', [broken('timed-out')], 'held', 'CHECK_TIMED_OUT', false],
    ['hold', [broken('invalid')], 'held', 'CHECK_FAILED', false],
    ['hold', [broken('failed'), run('profanity', 0.8)], 'held', 'PROFANITY', false],
    ['hold', [broken('failed'), run('banned-word', 1)], 'rejected', 'BANNED-WORD', false],
    ['publish', [broken('failed')], 'published', 'CLEAN', false],
    ['publish', [broken('failed'), run('profanity', 0.8)], 'held', 'PROFANITY', false],
    ['publish-then-recheck', [broken('failed')], 'published', 'CLEAN', true],
    ['publish-then-recheck', [broken('failed'), run('profanity', 0.8)], 'held', 'PROFANITY', true],
    ['publish-then-recheck', [run('spam', 0)], 'published', 'CLEAN', false],
  ])('under %s', (failSafe, runs, status, reason, recheck) => {
    expect(verdict(runs, context({ failSafe }))).toMatchObject({ status, reason, recheck });
  });

  it('is a finding under every mode', () => {
    for (const failSafe of FAIL_SAFE_MODES) {
      const { findings } = verdict([broken('timed-out')], context({ failSafe }));
      expect(findings).toMatchObject([
        {
          check: 'remote',
          label: null,
          score: null,
          reason: 'CHECK_TIMED_OUT',
          details: { check: 'remote', error: 'timed-out' },
        },
      ]);
    }
  });

  it('does not hide what it found before it broke', () => {
    expect(
      verdict([run('threat', 1, { error: 'invalid' })], context({ failSafe: 'publish' })).status,
    ).toBe('rejected');
  });
});

describe('a trusted author', () => {
  it.each<[Label, number, VerdictStatus]>([
    ['link-count', 1, 'published'],
    ['flood', 1, 'published'],
    ['repeat-by-author', 1, 'published'],
    ['repeat-across-authors', 1, 'published'],
    ['spam', 0.94, 'published'],
    ['spam', 0.95, 'held'],
    ['profanity', 0.8, 'published'],
    ['profanity', 1, 'held'],
    ['suspect-word', 1, 'held'],
    ['toxicity', 0.95, 'held'],
    ['banned-word', 1, 'rejected'],
    ['blocked-link', 1, 'rejected'],
    ['threat', 1, 'rejected'],
  ])('with %s at %f', (label, score, status) => {
    expect(verdict([run(label, score)], context({}, 'trusted')).status).toBe(status);
  });

  it('is told apart in the finding', () => {
    const { findings } = verdict([run('link-count', 1)], context({}, 'trusted'));
    expect(findings).toMatchObject([
      { outcome: 'none', threshold: 1, details: { waived: 'trusted author' } },
    ]);
  });

  it('is not spared a rejection, or the review of everything', () => {
    const strict = thresholds('spam', { hold: 0.5, reject: 0.9 });
    expect(verdict([run('spam', 0.9)], context(strict, 'trusted')).status).toBe('rejected');
    expect(verdict([], context({ mode: 'review-first' }, 'trusted')).status).toBe('held');
  });
});

describe('for all scores and policies', () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  const limit = fc.option(score, { nil: null });
  const signals = fc.array(fc.tuple(fc.constantFrom(...LABELS), score), {
    minLength: 1,
    maxLength: 6,
  });
  const contexts = fc
    .tuple(
      fc.constantFrom(...POLICY_MODES),
      fc.constantFrom(...FAIL_SAFE_MODES),
      fc.constantFrom(...STANDINGS),
      fc.array(fc.record({ hold: limit, reject: limit }), {
        minLength: LABELS.length,
        maxLength: LABELS.length,
      }),
    )
    .map(([mode, failSafe, standing, limits]) =>
      context(
        {
          mode,
          failSafe,
          thresholds: Object.fromEntries(
            LABELS.map((label, index) => [label, limits[index]]),
          ) as Policy['thresholds'],
        },
        standing,
      ),
    );
  const strength = { published: 0, held: 1, rejected: 2 };

  it('raising a score never softens the outcome', () => {
    fc.assert(
      fc.property(signals, score, fc.nat(), contexts, (found, raise, at, where) => {
        const index = at % found.length;
        const runs = (more: number) =>
          found.map(([label, value], position) =>
            run(label, position === index ? Math.max(value, more) : value),
          );
        const before = verdict(runs(0), where).status;
        expect(strength[verdict(runs(raise), where).status]).toBeGreaterThanOrEqual(
          strength[before],
        );
      }),
    );
  });

  it('one more signal never softens the outcome', () => {
    fc.assert(
      fc.property(signals, contexts, (found, where) => {
        const runs = found.map(([label, value]) => run(label, value));
        const fewer = verdict(runs.slice(1), where).status;
        expect(strength[verdict(runs, where).status]).toBeGreaterThanOrEqual(strength[fewer]);
      }),
    );
  });
});
