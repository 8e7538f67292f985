import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Label } from '#contract';
import type { ScoredText, TextScores } from '#text-scores';
import { policyFragment } from '../policy/policy-fragment.js';
import { parseMigrateArguments } from './migrate-arguments.js';
import { migrationReport } from './migration-report.js';
import { reportText } from './report-text.js';
import { scoreLog } from './score-log.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moderato-migrate-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A text that is a number scores that as toxicity and half of it as insult; any other text is in no language that is known. */
const scores = {
  score: ({ body }: { body: string }): Promise<ScoredText> => {
    const of = (score: number) => ({ score, spans: [], check: 'c', version: '1' });
    const found: [Label, ReturnType<typeof of>][] = [
      ['toxicity', of(Number(body))],
      ['insult', of(Number(body) / 2)],
    ];
    const isKnown = !Number.isNaN(Number(body));
    return Promise.resolve({
      ...{ scores: new Map(isKnown ? found : []), failed: [] },
      language: null,
      unscoredLanguage: isKnown ? null : 'und',
    });
  },
} as unknown as TextScores;

async function reportOf(lines: (object | string)[], threshold = 0.8) {
  const file = join(folder, 'log.jsonl');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(file, text.join('\n'));
  const broken: string[] = [];
  const onBroken = (line: number, rule: string): void => void broken.push(`${line}: ${rule}`);
  const log = await scoreLog(file, scores, { onBroken, onProgress: () => undefined });
  return { broken, report: migrationReport(log, threshold) };
}
const line = (ours: number, theirs: number) => ({
  text: String(ours),
  scores: { TOXICITY: theirs },
});

describe('a comparison with Perspective', () => {
  it('proposes the score that holds as many as before, whatever its scale', async () => {
    // Their 0.80 and up is our 0.40 and up, ten texts in fifty.
    const lines = Array.from({ length: 50 }, (_, n) => line(n / 100, (n * 2) / 100));
    const { report } = await reportOf(lines);
    const toxicity = report.proposals.find(({ label }) => label === 'toxicity');
    expect(toxicity).toMatchObject({
      ...{ attribute: 'TOXICITY', hold: 0.4, holds: 10, share: 0.2, heldBefore: 0.2 },
      ...{ shippedHold: 0.9, shippedHolds: 0 },
    });
    expect(report.attributes).toMatchObject([{ label: 'toxicity', n: 50, spearman: 1 }]);
    expect(report.attributes[0]?.at.map(({ threshold }) => threshold)).toEqual([
      0.5, 0.7, 0.8, 0.9,
    ]);
    expect(report.attributes[0]?.at[0]).toMatchObject({ both: 0, onlyFirst: 25, neither: 25 });
    expect(report.policy).toEqual({ thresholds: { toxicity: { hold: 0.4, reject: null } } });
  });

  it('goes by the threshold that is asked for, and compares there as well', async () => {
    const lines = Array.from({ length: 50 }, (_, n) => line(n / 100, (n * 2) / 100));
    const { report } = await reportOf(lines, 0.6);
    expect(report.policy.thresholds.toxicity?.hold).toBe(0.3);
    expect(report.attributes[0]?.at.map(({ threshold }) => threshold)).toContain(0.6);
  });

  it('leaves a label alone by which nothing was held, and rejects no lower than it holds', async () => {
    const severe = (theirs: number) => ({ text: '0.1', scores: { TOXICITY: theirs } });
    expect((await reportOf([severe(0.1), severe(0.2)])).report.policy).toEqual({ thresholds: {} });
    expect(policyFragment([['threat', 0.99]])).toEqual({
      thresholds: { threat: { hold: 0.99, reject: 0.99 } },
    });
  });

  it('counts texts without scores in what would be held, and proposes nothing by them', async () => {
    const { report } = await reportOf([{ text: '0.95' }, { text: '0.1', scores: null }]);
    expect(report).toMatchObject({
      texts: 2,
      unjudged: 2,
      attributes: [],
      policy: { thresholds: {} },
    });
    expect(report.proposals.find(({ label }) => label === 'toxicity')).toMatchObject({
      ...{ attribute: null, shippedHolds: 1 },
    });
  });

  it('names each line that it cannot use, and counts what nothing scores', async () => {
    const { broken, report } = await reportOf([
      ...['{"text": ', '[]', { text: 7 }, { text: ' ' }, line(0.5, 1.5)],
      ...[
        { text: '1', scores: [] },
        { text: '1', scores: { toxic: 1 } },
      ],
      ...[{ text: '1', language: 'not a tag' }, { text: 'x'.repeat(20_481) }],
      ...[{ text: 'words', scores: { TOXICITY: 1, FLIRTATION: 0.5 } }, line(0.1, 0.1)],
    ]);
    expect(broken).toEqual([
      '1: not JSON',
      '2: not a JSON object',
      '3: "text" is not a string',
      '4: "text" is empty',
      '5: the score of TOXICITY is not a number from 0 to 1',
      '6: "scores" is not an object, as in {"TOXICITY": 0.93}',
      '7: "scores" names what is no attribute',
      '8: "language" is not a language tag, as in "en"',
      '9: "text" has more than 20480 characters',
    ]);
    expect(Object.values(report.broken)).toEqual(Array<number>(9).fill(1));
    expect(report).toMatchObject({
      ...{ texts: 2, unscored: { und: 1 }, unknownAttributes: { FLIRTATION: 1 } },
      attributes: [{ n: 1, spearman: null }],
    });
    expect(reportText(report)).toContain('lines that cannot be used, not JSON: 1');
  });

  it('takes experimental twins and versions for the attribute', async () => {
    const { report } = await reportOf([
      { text: '0.5', scores: { 'TOXICITY@6': 0.9, INSULT_EXPERIMENTAL: 0.9 } },
    ]);
    expect(report.attributes.map(({ label }) => label)).toEqual(['insult', 'toxicity']);
  });
});

describe('the command line', () => {
  it('holds from 0.8 unless told otherwise, and says how it is used', () => {
    expect(parseMigrateArguments(['--file', 'f'])).toEqual({
      file: 'f',
      threshold: 0.8,
      json: false,
    });
    expect(parseMigrateArguments(['--help'])).toBeNull();
  });

  it.each([
    [[], 'No file: give --file log.jsonl; see --help.'],
    [
      ['--file', 'f', '--threshold', '2'],
      '--threshold must be a number above 0 and at most 1, not "2".',
    ],
    [
      ['--file', 'f', '--threshold', ''],
      '--threshold must be a number above 0 and at most 1, not "".',
    ],
  ])('refuses %j in one sentence', (args, message) => {
    expect(() => parseMigrateArguments(args)).toThrow(message);
  });
});
