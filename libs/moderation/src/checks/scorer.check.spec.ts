import { describe, expect, it } from 'vitest';
import type { Signal } from '../check.js';
import { runChecks } from '../run-checks.js';
import { contextOf } from './context.fixture.js';
import { defaultChecks } from './index.js';
import { scorerCheck, type TextScorer } from './scorer.check.js';

const scorer = (score: TextScorer['score']): TextScorer => ({ name: 'model', version: '7', score });
const options = { clock: () => 0, timeLimitMs: 20 };

describe('a scorer check', () => {
  it('turns the labels of a scorer into signals', () => {
    const check = scorerCheck(
      'toxicity',
      scorer(() => ({ labels: [{ label: 'threat', score: 0.9, spans: [{ start: 4, end: 6 }] }] })),
    );
    expect(check).toMatchObject({ name: 'toxicity', version: '7' });
    expect(check.run(contextOf('I will'))).toEqual([
      {
        label: 'threat',
        score: 0.9,
        spans: [{ start: 4, end: 6 }],
        reason: 'SCORED_THREAT',
        details: { scorer: 'model' },
      },
    ]);
  });

  it('waits for a scorer that answers later', async () => {
    const check = scorerCheck(
      'remote',
      scorer(() => Promise.resolve({ labels: [{ label: 'spam', score: 1, spans: [] }] })),
    );
    expect(await check.run(contextOf('A'))).toMatchObject([
      { label: 'spam', reason: 'SCORED_SPAM' },
    ]);
  });

  it('names who scored in the place of the scorer, and why', () => {
    const by = { name: 'local', version: '3', because: 'timed-out' };
    const check = scorerCheck(
      'remote',
      scorer(() => ({
        labels: [
          { label: 'insult', score: 0.5, spans: [], by },
          { label: 'spam', score: 0.5, spans: [], by: { name: 'model', version: '7.1' } },
        ],
      })),
    );
    expect(check.run(contextOf('A'))).toMatchObject([
      { details: { scorer: 'local', scorerVersion: '3', because: 'timed-out' } },
      { details: { scorer: 'model', scorerVersion: '7.1' } },
    ]);
  });

  it('says so where nobody could score the language', () => {
    const check = scorerCheck(
      'x',
      scorer(() => ({ labels: [], unscoredLanguage: 'pt' })),
    );
    expect(check.run(contextOf('Bom dia a todos.'))).toEqual([
      {
        label: 'not-scored',
        score: 1,
        spans: [],
        reason: 'LANGUAGE_NOT_SCORED',
        details: { language: 'pt' },
      },
    ]);
  });

  it('puts spans in order, whole characters only', () => {
    const spans = [
      { start: 4, end: 5 },
      { start: 0, end: 2 },
      { start: 1, end: 3 },
    ];
    const check = scorerCheck(
      'x',
      scorer(() => ({ labels: [{ label: 'insult', score: 1, spans }] })),
    );
    const [signal] = check.run(contextOf('abc 😀')) as Signal[];
    expect(signal?.spans).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 6 },
    ]);
  });

  it.each<[string, TextScorer['score'], string]>([
    [
      'throws',
      () => {
        throw new Error('no model');
      },
      'failed',
    ],
    ['rejects', () => Promise.reject(new Error('503')), 'failed'],
    ['never answers', () => new Promise(() => undefined), 'timed-out'],
    [
      'scores out of range',
      () => ({ labels: [{ label: 'spam', score: 1.2, spans: [] }] }),
      'invalid',
    ],
    ['scores NaN', () => ({ labels: [{ label: 'spam', score: NaN, spans: [] }] }), 'invalid'],
    [
      'points outside the text',
      () => ({ labels: [{ label: 'spam', score: 1, spans: [{ start: 0, end: 99 }] }] }),
      'invalid',
    ],
  ])('that %s is a run that says so', async (_, score, error) => {
    const runs = await runChecks([scorerCheck('x', scorer(score))], contextOf('A'), options);
    expect(runs).toMatchObject([{ check: 'x', error, signals: [] }]);
  });

  it('stands last among the default checks, behind the spam model, and not at all without a scorer', () => {
    const names = defaultChecks({}).map(({ name }) => name);
    expect(names).toEqual(['standing', 'links', 'words', 'flood', 'repeat', 'shape', 'spam']);
    const more = defaultChecks({
      scorers: [scorer(() => ({ labels: [] }))],
      spamScorer: { name: 'x', version: '1', score: () => ({ score: 0, spans: [], behavior: [] }) },
    });
    expect(more.map(({ name }) => name)).toEqual([...names, 'spam-model', 'model']);
  });
});
