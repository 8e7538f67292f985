import { describe, expect, it } from 'vitest';
import type { Label } from '#contract';
import { type Check, defaultChecks } from '#moderation';
import { holdsTable } from './holds-table.js';
import { measureHolds } from './measure-holds.js';

/** Finds the label that the text names, with a score of 1. */
const named: Check = {
  name: 'named',
  version: '1',
  run: ({ comment: { body } }) => {
    const label = /label (\S+)/.exec(body)?.[1] as Label | undefined;
    return label ? [{ label, score: 1, spans: [], reason: 'X', details: {} }] : [];
  },
};
const ROWS = [
  { text: 'A fine day.', toxic: 0 },
  { text: 'label insult', toxic: 0 },
  { text: 'label spam', toxic: 0 },
  { text: 'label threat', toxic: 1 },
  { text: 'label author-new', toxic: null },
] as const;

describe('what the default policy holds', () => {
  it('is counted by label, the comments that people called toxic apart', async () => {
    const { civil, toxic } = await measureHolds([named], ROWS);
    expect(civil.known).toMatchObject({ rows: 3, heldByToxicity: 1, held: 2, rejected: 0 });
    expect([...civil.known.byLabel]).toEqual([
      ['insult', 1],
      ['spam', 1],
    ]);
    expect(toxic.known).toMatchObject({ rows: 1, heldByToxicity: 1, held: 0, rejected: 1 });
  });

  it('depends on whether the author is new where a check asks for it', async () => {
    const rows = [{ text: 'Write me on WhatsApp: +1 202 555 0147', toxic: 0 }] as const;
    const { civil } = await measureHolds(defaultChecks(), rows);
    expect(civil.known.rows).toBe(1);
    expect(civil.new.held).toBe(1);
  });

  it('is laid out with shares', async () => {
    const table = holdsTable('a set', await measureHolds([named], ROWS));
    expect(table).toMatch(/held by anything +2 +66\.67 % +2 +66\.67 % +0 +0\.00 %/);
    expect(table).toMatch(/ {2}insult +1 +33\.33 %/);
  });
});
