import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Label } from '#contract';
import { headStartSeconds, severityOf } from './review-priority.js';

const finding = (
  label: Label | null,
  score: number | null,
  outcome: Finding['outcome'] = 'hold',
): Finding => ({
  check: 'a-check',
  version: '1',
  label,
  score,
  threshold: null,
  outcome,
  spans: [],
  reason: 'CLEAN',
  details: {},
  milliseconds: 0,
});

describe('the severity of findings', () => {
  it.each<[string, Finding[], number]>([
    ['nothing', [], 0],
    ['what the policy does not object to', [finding('threat', 1, 'none')], 0],
    ['a certain threat', [finding('threat', 1)], 1],
    ['a likely threat', [finding('threat', 0.5)], 0.5],
    ['capitals', [finding('capitals', 1)], 0.2],
    ['a check that could not run', [finding(null, null)], 0.5],
    ['a label without a weight of its own', [finding('flood', 1)], 0.5],
    ['the worst of several', [finding('capitals', 1), finding('insult', 1)], 0.8],
  ])('of %s', (_, findings, severity) => {
    expect(severityOf(findings)).toBeCloseTo(severity);
  });
});

describe('the head start', () => {
  it.each([
    [0, 0, 0],
    [1, 0, 4 * 3600],
    [0, 1, 20 * 60],
    [0, 3, 40 * 60],
    [0.5, 0, 2 * 3600],
    [0, 4095, 4 * 3600],
    [1, 1_000_000, 8 * 3600],
  ])('with severity %d under %d comments is %d s', (severity, published, seconds) => {
    expect(headStartSeconds({ severity, published })).toBe(seconds);
  });

  it('grows with severity and reach, and never beyond eight hours, so that nothing starves', () => {
    const weight = fc.record({
      severity: fc.double({ min: 0, max: 1, noNaN: true }),
      published: fc.nat(10_000_000),
    });
    fc.assert(
      fc.property(weight, weight, (one, other) => {
        const worst = {
          severity: Math.max(one.severity, other.severity),
          published: Math.max(one.published, other.published),
        };
        expect(headStartSeconds(worst)).toBeGreaterThanOrEqual(headStartSeconds(one));
        expect(headStartSeconds(worst)).toBeLessThanOrEqual(8 * 3600);
      }),
    );
  });
});
