import { expect, test } from 'vitest';
import { compareDetectors } from './comparison.js';
import { comparisonTable } from './comparison-table.js';

const ROWS = [
  { text: '0.9', positive: true },
  { text: '0.8', positive: true },
  { text: '0.7', positive: false },
  { text: '0.6', positive: true },
  { text: '0.1', positive: false },
  { text: '0.0', positive: false },
];
const OURS = { name: 'ours', threshold: 0.85, score: Number };
const PACKAGE = { name: 'package', flags: (text: string) => ['0.9', '0.7'].includes(text) };

const compare = () => compareDetectors(OURS, [PACKAGE], ROWS, { rounds: 1, ms: 5 });

test('counts what each detector flags of the same rows', () => {
  const [ours, other] = compare();
  expect(ours).toMatchObject({ name: 'ours', precision: 1, recall: 1 / 3, falsePositiveRate: 0 });
  expect(other).toMatchObject({ precision: 1 / 2, recall: 1 / 3, falsePositiveRate: 1 / 3 });
  expect(other?.perSecond).toBeGreaterThan(0);
});

test('tells what ours finds with as many false alarms as the other has', () => {
  const [ours, other] = compare();
  expect(ours?.oursAtThatRate).toBeNull();
  expect(other?.oursAtThatRate).toMatchObject({ recall: 1, precision: 3 / 4, threshold: 0.6 });
});

test('lays the figures out in aligned columns', () => {
  const lines = comparisonTable(compare()).split('\n');
  expect(lines[1]).toMatch(/^ours +100\.0 % +33\.3 % +0\.500 +0\.0 % +[\d,]+ *$/);
  expect(lines[2]).toMatch(/^package +50\.0 % +33\.3 % +0\.400 +33\.3 % +[\d,]+ +100\.0 %$/);
});
