import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { FAIL_SAFE_MODES, LABELS, type Policy, POLICY_MODES } from '#contract';
import { DEFAULT_POLICY } from './default-policy.js';
import type { CheckError, CheckRun } from './run-checks.js';
import { runsOfFindings } from './runs-of-findings.js';
import { STANDINGS } from './standing.js';
import { verdict, type VerdictContext } from './verdict.js';

const score = fc.double({ min: 0, max: 1, noNaN: true });
const limit = fc.option(score, { nil: null });

const signals = fc.array(
  fc.record({ label: fc.constantFrom(...LABELS), score }).map((signal) => ({
    ...signal,
    spans: [{ start: 0, end: 1 }],
    reason: signal.label.toUpperCase(),
    details: { words: 'a' },
  })),
  { maxLength: 3 },
);
const runs: fc.Arbitrary<CheckRun[]> = fc.uniqueArray(
  fc.record({
    check: fc.constantFrom('links', 'words', 'spam', 'classifier'),
    version: fc.constantFrom('1', '2'),
    signals,
    error: fc.constantFrom<CheckError | null>(null, null, 'failed', 'timed-out', 'invalid'),
    milliseconds: fc.nat(9),
  }),
  { selector: ({ check }) => check },
);
const contexts: fc.Arbitrary<VerdictContext> = fc
  .record({
    mode: fc.constantFrom(...POLICY_MODES),
    failSafe: fc.constantFrom(...FAIL_SAFE_MODES),
    standing: fc.constantFrom(...STANDINGS),
    limits: fc.array(fc.record({ hold: limit, reject: limit }), {
      minLength: LABELS.length,
      maxLength: LABELS.length,
    }),
  })
  .map(({ mode, failSafe, standing, limits }) => ({
    policy: {
      ...{ mode, failSafe },
      thresholds: Object.fromEntries(
        LABELS.map((label, index) => [label, limits[index]]),
      ) as Policy['thresholds'],
    },
    author: { standing },
  }));

it('gives under any policy the verdict that the checks themselves would give', () => {
  fc.assert(
    fc.property(runs, contexts, contexts, (found, then, now) => {
      const stored = verdict(found, then).findings;
      expect(verdict(runsOfFindings(stored), now)).toEqual(verdict(found, now));
    }),
  );
});

test('what was waived for a trusted author is judged anew', () => {
  const found: CheckRun = {
    ...{ check: 'links', version: '1', error: null, milliseconds: 1 },
    signals: [{ label: 'link-count', score: 1, spans: [], reason: 'LINK_COUNT', details: {} }],
  };
  const { findings } = verdict([found], {
    policy: DEFAULT_POLICY,
    author: { standing: 'trusted' },
  });
  expect(findings).toMatchObject([{ outcome: 'none', details: { waived: 'trusted author' } }]);
  const again = runsOfFindings(findings);
  const judged = verdict(again, { policy: DEFAULT_POLICY, author: { standing: 'known' } });
  expect(judged).toMatchObject({ status: 'held', findings: [{ outcome: 'hold', details: {} }] });
});
