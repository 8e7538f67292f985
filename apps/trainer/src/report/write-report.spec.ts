import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StartupError } from '#startup';
import { setsFolder } from '../data/sets.fixture.js';
import { tinyWeights } from '../tiny-weights.fixture.js';
import { writeTinySets } from '../train/tiny-sets.fixture.js';
import { WEIGHTS_FILE, writeReport } from './write-report.js';

const data = setsFolder(afterAll);
writeTinySets(data);
const write = (out: string): string => writeReport({ data, out, seed: 5 }, () => undefined);
const folder = (name: string): string => {
  const out = join(data, name);
  mkdirSync(out);
  return out;
};

describe('writeReport', () => {
  it('measures the weights of a folder and writes card and report beside them', () => {
    const out = folder('models');
    writeFileSync(join(out, WEIGHTS_FILE), tinyWeights());
    const figures = write(out);
    const card = readFileSync(join(out, 'model-card.md'), 'utf8');
    expect(card).toContain('Version 2026-01-01, seed 5');
    expect(card).toContain('Not measured for these weights');
    expect(figures.startsWith('## Figures\n')).toBe(true);
    expect(card.endsWith(figures)).toBe(true);
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as unknown;
    expect(report).toMatchObject({ version: '2026-01-01' });
  });

  it('tells in the card what was found to carry over', () => {
    const out = folder('transferred');
    writeFileSync(join(out, WEIGHTS_FILE), tinyWeights());
    const toxicity = [{ set: 'left-out', rows: 12, reference: 0.61234, ours: 0.71234 }];
    writeFileSync(join(out, 'transfer.json'), JSON.stringify({ toxicity, spam: [] }));
    expect(write(out)).toContain('| left-out | 12 | 0.6123 | 0.7123 |');
  });

  it('says what to do where there are no weights', () => {
    const out = folder('empty');
    expect(() => write(out)).toThrow(StartupError);
    expect(() => write(out)).toThrow(/classifier\.weights: train one with npm run train/);
  });
});
