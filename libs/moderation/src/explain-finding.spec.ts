import { describe, expect, it } from 'vitest';
import type { Finding } from '#contract';
import { explainFinding } from './explain-finding.js';

const FINDING: Finding = {
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
};
const sentence = (over: Partial<Finding>, body: string | null = 'You idiot.') =>
  explainFinding({ ...FINDING, ...over }, body).explanation;

describe('the explanation of a finding', () => {
  it.each<[string, Partial<Finding>, string]>([
    ['that holds', {}, 'Insult 0.95 (holds from 0.90): "idiot".'],
    ['that rejects', { outcome: 'reject' }, 'Insult 0.95 (rejects from 0.90): "idiot".'],
    ['that asks for nothing', { outcome: 'none', score: 0.3 }, 'Insult 0.30.'],
    [
      'of a check that could not run',
      { label: null, score: null, reason: 'CHECK_FAILED', details: { check: 'links' } },
      'The check "links" could not run.',
    ],
  ])('%s', (_, over, expected) => {
    expect(sentence(over)).toBe(expected);
  });

  it('quotes nothing of a text that is gone', () => {
    expect(sentence({}, null)).toBe('Insult 0.95 (holds from 0.90).');
  });
});
