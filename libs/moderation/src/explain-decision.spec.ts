import { describe, expect, it } from 'vitest';
import type { Finding } from '#contract';
import { explainDecision } from './explain-decision.js';

const BODY = 'You idiot,\nyou utter idiot, and a fool besides.';
const spanOf = (piece: string, from = 0) => {
  const start = BODY.indexOf(piece, from);
  return { start, end: start + piece.length };
};

function finding(over: Partial<Finding> = {}): Finding {
  return {
    check: 'classifier',
    version: '1',
    label: 'insult',
    score: 0.95,
    threshold: 0.9,
    outcome: 'hold',
    spans: [spanOf('idiot'), spanOf('fool')],
    reason: 'SCORED_INSULT',
    details: {},
    milliseconds: 1,
    ...over,
  };
}

const DECISION = { reason: 'SCORED_INSULT', details: { score: 0.95, holdsFrom: 0.9 } };
const explain = (findings: Finding[], body: string | null = BODY) =>
  explainDecision(DECISION, findings, body);

describe('the explanation of a decision', () => {
  it('quotes the words that made the score', () => {
    expect(explain([finding()])).toBe('Insult 0.95 (holds from 0.90): "idiot", "fool".');
  });

  it.each<[string, Partial<Finding>, string]>([
    ['of another reason', { reason: 'SCORED_THREAT' }, 'Insult 0.95 (holds from 0.90).'],
    ['that asked for nothing', { outcome: 'none' }, 'Insult 0.95 (holds from 0.90).'],
    ['without words', { spans: [] }, 'Insult 0.95 (holds from 0.90).'],
  ])('quotes nothing from a finding %s', (_, over, sentence) => {
    expect(explain([finding(over)])).toBe(sentence);
  });

  it('quotes nothing of a text that is gone', () => {
    expect(explain([finding()], null)).toBe('Insult 0.95 (holds from 0.90).');
  });

  it('quotes a word once, on one line, and cuts what is long', () => {
    const spans = [spanOf('idiot'), spanOf('idiot', 10), spanOf('idiot,\nyou')];
    expect(explain([finding({ spans })])).toContain(': "idiot", "idiot, you".');
    const long = 'word '.repeat(20);
    const whole = finding({ spans: [{ start: 0, end: long.length }] });
    expect(explain([whole], long)).toBe(`Insult 0.95 (holds from 0.90): "${long.slice(0, 40)}…".`);
  });

  it('leaves out what cannot be seen, and what would turn the line around', () => {
    const body = 'You mo\u200bron\u202e, you 👨\u200d👩';
    const findings = [finding({ spans: [{ start: 4, end: body.length }] })];
    expect(explain(findings, body)).toContain(': "moron, you 👨\u200d👩".');
  });

  it('takes the words of the finding that scored highest', () => {
    const weaker = finding({ score: 0.91, spans: [spanOf('utter')] });
    expect(explain([weaker, finding()])).toContain('"idiot", "fool"');
  });
});
