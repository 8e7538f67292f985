import { describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { ChecksOnDemand } from '#configured-checks';
import type { Label } from '#contract';
import { type Check, type CheckContext, loneTextContext, type Signal } from '#moderation';
import type { OutsideComment } from './outside-comment.js';
import { runOverSignature, withSignature } from './signature-runs.js';

const context = loneTextContext({ body: 'A fine day.' }, new Date());

/** Finds a word wherever it stands, and says so under a label with a score per letter before it. */
const finds = (name: string, word: string, label: Label = 'spam'): Check => ({
  ...{ name, version: '1' },
  run: ({ comment: { body } }: CheckContext): Signal[] => {
    const start = body.indexOf(word);
    const span = { start, end: start + word.length };
    const score = Math.min(1, body.length / 100);
    return start < 0 ? [] : [{ label, score, spans: [span], reason: 'A_REASON', details: {} }];
  },
});

function comment(name: string | null, url: string | null = null): OutsideComment {
  return {
    ...{ siteId: 'site', system: 'akismet', body: 'A fine day.', article: null, address: null },
    author: { identity: null, name, url },
  };
}

const running = (checks: Check[]): ChecksOnDemand =>
  new ChecksOnDemand(() => Promise.resolve(checks), loadConfig({}));

const found = async (list: Check[], by: OutsideComment): Promise<[string, Signal[]][]> => {
  const checks = running(list);
  const runs = await checks.run(context);
  const signed = await runOverSignature(checks, context, by);
  return withSignature(runs, signed).map(({ check, signals }) => [check, signals]);
};

describe('a name and a page below a comment', () => {
  it('are read by the checks that know rules', async () => {
    const [[, signals] = ['', []]] = await found([finds('spam', 'Viagra')], comment('Viagra', 'x'));
    expect(signals).toMatchObject([{ label: 'spam', spans: [] }]);
  });

  it('are not read by what was trained on comments, and not counted as links', async () => {
    const checks = [finds('spam-model', 'Viagra'), finds('links', 'https', 'link-count')];
    const runs = await found(checks, comment('Viagra', 'https://a.example'));
    expect(runs).toEqual([
      ['spam-model', []],
      ['links', []],
    ]);
  });

  it('leave what was found in the comment, with the higher score', async () => {
    const [[, signals] = ['', []]] = await found(
      [finds('words', 'fine', 'banned-word')],
      comment('Ann'),
    );
    expect(signals).toMatchObject([{ score: 0.15, spans: [{ start: 2, end: 6 }] }]);
  });

  it('are not looked for where there are none', async () => {
    const checks = [finds('spam', 'fine')];
    expect(await runOverSignature(running(checks), context, comment(null, ' '))).toEqual([]);
    expect(await found(checks, comment(null))).toMatchObject([['spam', [{ score: 0.11 }]]]);
  });
});
