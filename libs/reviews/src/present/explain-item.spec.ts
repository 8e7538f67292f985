import { describe, expect, it } from 'vitest';
import type { Finding } from '#contract';
import { explainItem } from './explain-item.js';

const BODY = 'You idiot, you utter idiot.';
const finding = (over: Partial<Finding>): Finding => ({
  check: 'classifier',
  version: '1',
  label: 'insult',
  score: 0.95,
  threshold: 0.9,
  outcome: 'hold',
  spans: [{ start: 4, end: 9 }],
  reason: 'SCORED_INSULT',
  details: {},
  milliseconds: 1,
  ...over,
});
const ROW = {
  reason: 'SCORED_INSULT',
  details: { score: 0.95, holdsFrom: 0.9 },
  revision: 1,
  findings: [
    finding({}),
    finding({ label: 'toxicity', reason: 'SCORED_TOXICITY', spans: [{ start: 0, end: 6 }] }),
    finding({ outcome: 'none', score: 0.2, spans: [{ start: 11, end: 14 }] }),
  ],
};

describe('the explanation of an item', () => {
  it('marks the words of all findings that object, merged where they overlap', () => {
    const { spans, explanation } = explainItem(ROW, { body: BODY, revision: 1 });
    expect(spans).toEqual([{ start: 0, end: 9 }]);
    expect(explanation).toBe('Insult 0.95 (holds from 0.90): "idiot".');
  });

  it.each([
    ['edited', { body: 'Another text altogether.', revision: 2 }],
    ['deleted', { body: '', revision: 1 }],
  ])('marks and quotes nothing of a text that was %s since', (_, comment) => {
    const { spans, explanation, findings } = explainItem(ROW, comment);
    expect(spans).toEqual([]);
    expect([explanation, ...findings.map((one) => one.explanation)].join()).not.toContain('"');
  });
});
