import { describe, expect, it } from 'vitest';
import type { Finding } from '#contract';
import { revisionsOf } from './revisions.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 12, minute));
const finding = (score: number, end: number): Finding => ({
  check: 'classifier',
  version: '1',
  label: 'insult',
  score,
  threshold: 0.8,
  outcome: 'hold',
  spans: [{ start: 0, end }],
  reason: 'SCORED_INSULT',
  details: {},
  milliseconds: 1,
});

describe('revisionsOf', () => {
  it('dates each revision by when the one before was replaced', () => {
    const revisions = revisionsOf(
      { revision: 3, body: 'Third', created_at: at(0) },
      [
        { revision: 1, body: 'First', replaced_at: at(5) },
        { revision: 2, body: 'Second', replaced_at: at(9) },
      ],
      [],
    );
    expect(revisions).toEqual([
      { revision: 3, body: 'Third', at: at(9).toISOString(), findings: [] },
      { revision: 2, body: 'Second', at: at(5).toISOString(), findings: [] },
      { revision: 1, body: 'First', at: at(0).toISOString(), findings: [] },
    ]);
  });

  it('gives each the findings of its own latest verdict, quoting its own words', () => {
    const [second, first] = revisionsOf(
      { revision: 2, body: 'Clown again', created_at: at(0) },
      [{ revision: 1, body: 'Idiot', replaced_at: at(5) }],
      [
        { revision: 2, actor: 'moderator', findings: [] },
        { revision: 2, actor: 'check', findings: [finding(0.9, 5)] },
        { revision: 2, actor: 'check', findings: [finding(0.1, 5)] },
        { revision: 1, actor: 'check', findings: [finding(0.95, 5)] },
      ],
    );
    expect(second?.findings.map(({ explanation }) => explanation)).toEqual([
      'Insult 0.90 (holds from 0.80): "Clown".',
    ]);
    expect(first?.findings.map(({ explanation }) => explanation)).toEqual([
      'Insult 0.95 (holds from 0.80): "Idiot".',
    ]);
  });

  it('quotes nothing of a deleted comment', () => {
    const [only] = revisionsOf(
      { revision: 2, body: '', created_at: at(0) },
      [],
      [{ revision: 2, actor: 'check', findings: [finding(0.9, 5)] }],
    );
    expect(only?.findings[0]?.explanation).toBe('Insult 0.90 (holds from 0.80).');
  });
});
