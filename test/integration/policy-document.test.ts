import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LABELS } from '#contract';
import { DEFAULT_POLICY } from '#moderation';

const text = readFileSync(resolve(import.meta.dirname, '../../docs/policy.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));

/** The cells behind a name in the first column. */
const cellsOf = (name: string): string[] => {
  const found = rows.filter(([, first]) => first === name);
  expect(found, name).toHaveLength(1);
  return found[0]?.slice(2) ?? [];
};
const shown = (threshold: number | null): string => threshold?.toString() ?? '–';

describe('docs/policy.md', () => {
  it.each(LABELS)('shows the shipped thresholds of %s', (label) => {
    const { hold, reject } = DEFAULT_POLICY.thresholds[label];
    expect(cellsOf(label).slice(0, 2)).toEqual([shown(hold), shown(reject)]);
  });

  it('shows the shipped values of the fields that are one value', () => {
    const { reports, mode, failSafe, editWindowSeconds, ...policy } = DEFAULT_POLICY;
    const { anonymous, holdNewAuthors, nudge, appeals } = policy;
    const single = { mode, failSafe, editWindowSeconds, anonymous, holdNewAuthors, nudge, appeals };
    for (const [field, value] of Object.entries(single)) {
      expect(cellsOf(field)[0], field).toBe(value.toString());
    }
    expect(cellsOf('reports.threshold')[0]).toBe(String(reports.threshold));
    expect(cellsOf('words.profanity')[0]).toBe(String(policy.words.profanity));
    expect(cellsOf('links.maximum')[0]).toBe(String(policy.links.maximum));
  });

  it('shows the shipped limits', () => {
    const { repeat, flood } = DEFAULT_POLICY;
    const { windowHours, maximumAuthors } = repeat;
    expect(cellsOf('repeat')[0]).toBe(`${windowHours} hours, ${maximumAuthors} authors`);
    for (const whose of ['author', 'address'] as const) {
      const { perMinute, perHour } = flood[whose];
      expect(cellsOf(`flood.${whose}`)[0]).toBe(`${perMinute} a minute, ${perHour} an hour`);
    }
    expect(Object.values(flood.article)).toEqual([null, null]);
    expect(cellsOf('flood.article')[0]).toBe('none');
  });
});
