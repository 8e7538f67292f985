import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countLines, readLines } from './lines.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'lines-'))));
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function linesOf(file: string): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { number, text } of readLines(file)) lines.push([number, text]);
  return lines;
}

test('skips blank lines and still counts them', async () => {
  const file = await written('plain', 'a\n\n  \r\nb\r\nc');
  expect(await linesOf(file)).toEqual([
    [1, 'a'],
    [4, 'b\r'],
    [5, 'c'],
  ]);
  expect(await countLines(file)).toBe(3);
});

test('unpacks gzip by content, whatever the name', async () => {
  expect(await linesOf(await written('packed.jsonl', gzipSync('a\nb\n')))).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
});

test('reads a plain file that is called .gz', async () => {
  expect(await linesOf(await written('plain.gz', 'a\n'))).toEqual([[1, 'a']]);
});

test('does not split at the line separators that JSON allows in strings', async () => {
  const row = JSON.stringify({ text: 'one\u2028two\u2029three' });
  expect(await linesOf(await written('separators', `${row}\n`))).toEqual([[1, row]]);
});

test('joins characters and lines that lie across chunks', async () => {
  const long = '漢'.repeat(100_000);
  expect(await linesOf(await written('long', `x${long}\ny${long}\n`))).toEqual([
    [1, `x${long}`],
    [2, `y${long}`],
  ]);
});

test('gives nothing for an empty file', async () => {
  expect(await linesOf(await written('empty', ''))).toEqual([]);
});

test('says which file is missing', async () => {
  await expect(linesOf(join(folder, 'missing'))).rejects.toThrow(/^Cannot read .*missing: ENOENT/);
});

test('says which file is cut off', async () => {
  const whole = gzipSync(JSON.stringify({ text: 'a'.repeat(1_000) }));
  const file = await written('cut.gz', whole.subarray(0, whole.length - 12));
  await expect(linesOf(file)).rejects.toThrow(/^Cannot read .*cut\.gz to its end/);
});
