import { describe, expect, it } from 'vitest';
import { type Finding, type Label, LABELS } from '#contract';
import { previewOf } from './preview-hint.js';

const finding = (label: Label, changes: Partial<Finding> = {}): Finding => ({
  ...{ check: 'a', version: '1', label, score: 1, threshold: 1, outcome: 'hold' },
  ...{ spans: [], reason: `FOUND_${label}`, details: {}, milliseconds: 0 },
  ...changes,
});
const held = (findings: Finding[]) =>
  previewOf({
    ...{ status: 'held', reason: findings[0]?.reason ?? 'REVIEW_FIRST', details: {} },
    ...{ findings, recheck: false },
  });

describe('the hint of a preview', () => {
  it.each(LABELS)('says in one sentence what %s is about, or nothing', (label) => {
    const { hint } = held([finding(label)]);
    expect(hint).toMatch(/^(This may be held|A moderator may look).*\.$/);
    expect(hint).not.toMatch(/null|undefined|\d/);
  });

  it.each(['author-banned', 'author-suspended', 'author-premoderated'] as const)(
    'does not tell a reader that they are %s',
    (label) => {
      const { hint, about, spans } = held([finding(label, { spans: [{ start: 0, end: 1 }] })]);
      expect([hint, about, spans]).toEqual([held([]).hint, null, []]);
    },
  );

  it('marks the words of all that object once, in order, and of nothing else', () => {
    const spans = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
    const { spans: marked } = held([
      finding('insult', { spans: spans([10, 14], [20, 22]) }),
      finding('threat', { spans: spans([2, 4], [12, 18]) }),
      finding('capitals', { spans: spans([30, 40]), outcome: 'none' }),
    ]);
    expect(marked).toEqual(spans([2, 4], [10, 18], [20, 22]));
  });
});
