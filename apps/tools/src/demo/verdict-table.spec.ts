import { expect, test } from 'vitest';
import { displayWidth } from './display-width.js';
import { heading, summaryTable, verdictRow } from './verdict-table.js';
import { onOneLine, wrapText } from './wrap-text.js';

const plain = { columns: 80, color: false };

test('aligns the reason whatever the width of the characters before it', () => {
  const rows = [
    'A civil word.',
    '票價調整之後，夜班車反而比較多人搭，這點倒是出乎我的意料。',
    '😂',
  ].map((text) =>
    verdictRow({ kind: 'civil', text, status: 'published', reason: 'Clean.' }, plain),
  );
  const starts = rows.map((row) => displayWidth(row.slice(0, row.indexOf('Clean.'))));
  expect(new Set(starts).size).toBe(1);
});

test.each([60, 80, 100, 120, 300])(
  'stays within 80 to 120 columns on a terminal of %i',
  (columns) => {
    const long = 'The text holds many words that explain at length why it was held. '.repeat(4);
    const verdict = { kind: 'civil', text: long, status: 'held', reason: long };
    const lines = verdictRow(verdict, { ...plain, columns }).split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      expect(displayWidth(line)).toBeLessThanOrEqual(Math.min(120, Math.max(80, columns)));
    expect(lines.map((line) => line.slice(-60).trim()).join(' ')).toContain('was held.');
  },
);

test('colors the status only where it is asked for', () => {
  const verdict = { kind: 'civil', text: 'a', status: 'rejected', reason: 'b' };
  expect(verdictRow(verdict, plain)).not.toContain('\u001b');
  expect(heading('civil', plain)).not.toContain('\u001b');
});

test('counts by kind, with a column for every other outcome', () => {
  const of = (kind: string, status: string) => ({ kind, status, text: '', reason: '' });
  const table = summaryTable([of('civil', 'published'), of('spam', 'held'), of('spam', 'refused')]);
  expect(table.split('\n').map((line) => line.trim().split(/\s+/))).toEqual([
    ['published', 'held', 'rejected', 'refused'],
    ['civil', '1', '0', '0', '0'],
    ['spam', '0', '1', '0', '1'],
    ['total', '1', '1', '0', '1'],
  ]);
});

test('wraps between words and cuts words that are too long', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapText('incomprehensible', 7)).toEqual(['incomp…']);
  expect(wrapText('', 7)).toEqual(['']);
});

test('shows a dot for what cannot be seen, and leaves joined emoji whole', () => {
  expect(onOneLine('a\u200bb\u0000c')).toBe('a·b·c');
  expect(onOneLine('one\n\n two')).toBe('one two');
  expect(onOneLine('👨\u200d👩')).toBe('👨\u200d👩');
  expect(onOneLine('a\u200db')).toBe('a·b');
});
