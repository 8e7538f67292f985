import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tinyScorer } from '../tiny-weights.fixture.js';
import { evaluate } from './evaluate.js';
import type { EvaluateOptions, Evaluation } from './evaluation.js';
import { evaluationJson, evaluationTable } from './evaluation-report.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moderato-evaluate-'));
});
afterAll(() => rm(folder, { recursive: true }));

const scorer = tinyScorer();

async function fileOf(content: string | Uint8Array): Promise<string> {
  const file = join(folder, 'rows.jsonl');
  await writeFile(file, content);
  return file;
}

async function evaluated(
  rows: object[] | string | Uint8Array,
  options: Partial<EvaluateOptions> = {},
): Promise<Evaluation> {
  const isContent = typeof rows === 'string' || rows instanceof Uint8Array;
  const file = await fileOf(isContent ? rows : rows.map((row) => JSON.stringify(row)).join('\n'));
  return evaluate(scorer, {
    ...{ task: 'toxicity', file, label: 'toxic', threshold: 0.9, language: undefined },
    ...options,
  });
}

const ROWS = [
  { text: 'you idiot', toxic: 1 },
  { text: 'what a moron', toxic: 1 },
  { text: 'go away', toxic: 1 },
  { text: 'a good article', toxic: 0 },
  { text: 'thanks', toxic: 0 },
  { text: 'an idiot, they say', toxic: 0 },
  { text: 'nobody knows', toxic: null },
];

test('measures rows and skips those without a label', async () => {
  const found = await evaluated(ROWS);
  expect(found).toMatchObject({ rows: 6, positives: 3, skipped: 1, notScored: 0 });
  // Of nine pairs four are in order (two toxic above two civil) and four are ties.
  expect(found.auc).toBeCloseTo((4 + 0.5 * 4) / 9, 12);
  expect(found.precision).toBeCloseTo(2 / 3, 12);
  expect(found.recall).toBeCloseTo(2 / 3, 12);
  expect(found.f1).toBeCloseTo(2 / 3, 12);
  expect(found.falsePositiveRate).toBeCloseTo(1 / 3, 12);
  expect(found.perSecond).toBeGreaterThan(0);
  expect(found).toMatchObject({ groups: null, spans: null });
});

test('reads gzip, blank lines, line separators inside a text and a last line without an end', async () => {
  const content = `{"text":"you idiot\u2028again","toxic":1}\r\n\n{"text":"thanks","toxic":false}`;
  expect(await evaluated(gzipSync(content))).toMatchObject({ rows: 2, positives: 1, auc: 1 });
});

test('the last line is one JSON object with exactly the figures, null where there is none', async () => {
  const found = await evaluated([{ text: 'thanks', toxic: 0 }]);
  expect(JSON.parse(evaluationJson(found))).toEqual({
    ...{ task: 'toxicity', file: found.file, rows: 1, positives: 0, auc: null, tprAt5Fpr: null },
    ...{ f1: null, ece: 0.047426, perSecond: expect.any(Number) as number },
  });
  expect(evaluationJson(found)).not.toContain('\n');
});

test('a file without labels to go by gives a table without figures', async () => {
  const found = await evaluated([{ text: 'thanks', toxic: null }]);
  expect(found).toMatchObject({ rows: 0, skipped: 1 });
  expect(JSON.parse(evaluationJson(found))).toMatchObject({
    auc: null,
    ece: null,
    perSecond: null,
  });
  expect(evaluationTable(found)).not.toContain('NaN');
});

test('with a functionality column, tells the accuracy of each, the worst first', async () => {
  const found = await evaluated([
    { text: 'you idiot', toxic: 1, functionality: 'insult' },
    { text: 'they say idiot', toxic: 0, functionality: 'quotation' },
    { text: 'thanks', toxic: 0, functionality: 'quotation' },
  ]);
  expect(found.groups).toEqual({
    column: 'functionality',
    figures: [
      { name: 'quotation', rows: 2, share: 0.5 },
      { name: 'insult', rows: 1, share: 1 },
    ],
  });
  expect(evaluationTable(found)).toMatch(
    /accuracy by functionality, at 0\.9\n {2}quotation +50\.00 % +of 2/,
  );
});

test('with a term column, tells the false positive rate of each over its civil rows', async () => {
  const found = await evaluated([
    { text: 'one idiot', toxic: 0, term: 'one' },
    { text: 'one', toxic: 0, term: 'one' },
    { text: 'one moron', toxic: 1, term: 'one' },
    { text: 'two', toxic: 0, term: 'two' },
  ]);
  expect(found.groups).toEqual({
    column: 'term',
    figures: [
      { name: 'one', rows: 2, share: 0.5 },
      { name: 'two', rows: 1, share: 0 },
    ],
  });
});

test('with a spans column, measures the explanation; offsets count code points', async () => {
  const found = await evaluated([
    { text: '🙂🙂 idiot', toxic: 1, spans: [3, 4, 5, 6, 7] },
    { text: 'thanks', toxic: 1, spans: [0, 1] },
    { text: 'thanks', toxic: 1, spans: [] },
  ]);
  expect(found.spans).toEqual({ texts: 3, f1: (1 + 0 + 1) / 3 });
});

test('spam is judged by the spam score', async () => {
  const rows = [
    { text: 'see http://a.example', spam: 1 },
    { text: 'thanks', spam: 0 },
  ];
  const found = await evaluated(rows, { task: 'spam', label: 'spam', threshold: 0.7 });
  expect(found).toMatchObject({ task: 'spam', rows: 2, positives: 1, auc: 1, f1: 1 });
});

test('another column is judged by its own output', async () => {
  const found = await evaluated([{ text: 'you idiot', threat: 0 }], { label: 'threat' });
  expect(found.ece).toBeCloseTo(0.0474, 4);
});

test('rows in a language without a model are told, and count with a score of 0', async () => {
  const found = await evaluated(ROWS, { language: 'de' });
  expect(found).toMatchObject({ rows: 6, notScored: 6, recall: 0, auc: 0.5 });
  expect(evaluationTable(found)).toMatch(/in a language without a model, taken as 0 +6/);
});

test.each([
  ['{"text":"a","toxic":1}\n{"text":', /^Line 2 of .*rows\.jsonl is no JSON object\.$/],
  ['[1]', /^Line 1 of .* is no JSON object\.$/],
  ['{"toxic":1}', /^Line 1 of .* has no "text" that is a string\.$/],
  ['\n{"text":"a","toxic":0.5}', /^Line 2 of .* has a "toxic" that is not 0, 1 or null\.$/],
  ['{"text":"a","spam":1}', /^No row of .* has a column "toxic"\.$/],
  ['', /^No row of .* has a column "toxic"\.$/],
])('says in one sentence what is wrong with %j', async (content, message) => {
  await expect(evaluated(content)).rejects.toThrow(message);
});

test('says that a file cannot be read, or is cut off', async () => {
  const options = {
    ...({ task: 'toxicity', label: 'toxic', threshold: 0.5, language: undefined } as const),
  };
  const missing = join(folder, 'none.jsonl');
  await expect(evaluate(scorer, { ...options, file: missing })).rejects.toThrow(
    `Cannot read ${missing}: ENOENT`,
  );
  const cutOff = gzipSync('{"text":"thanks","toxic":0}\n'.repeat(500)).subarray(0, 60);
  await expect(evaluated(cutOff)).rejects.toThrow(/^Cannot read .*: unexpected end of file$/);
});

test('keeps of many rows no more than scores', async () => {
  const rows = Array.from({ length: 2_500 }, (_, index) => ROWS[index % 6] as object);
  const found = await evaluated(rows);
  expect(found).toMatchObject({ rows: 2_500, positives: 1_251 });
});
