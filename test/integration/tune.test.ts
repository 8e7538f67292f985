import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Label } from '#contract';
import { FeedbackService, type LabelledText, LabelledTexts } from '#feedback';
import type { TextScores } from '#text-scores';
import { v7 as uuidv7 } from 'uuid';
import { chosenSite } from '../../apps/tools/src/tune/chosen-site.js';
import {
  parseTuneArguments,
  type TuneArguments,
} from '../../apps/tools/src/tune/tune-arguments.js';
import { tuneSite } from '../../apps/tools/src/tune/tune-site.js';
import { tuningText } from '../../apps/tools/src/tune/tuning-text.js';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

let test: TestSession;
beforeAll(async () => void (test = await openTestSession()));
afterAll(() => test.close());

/** A text that ends in a number scores that, as toxicity; any other has no score. */
const scores = {
  score: ({ body }: { body: string }) => {
    const score = Number(body.split(' ').at(-1));
    const found = { score, spans: [], check: 'c', version: '2' };
    return Promise.resolve({
      ...{ scores: new Map(Number.isNaN(score) ? [] : [['toxicity', found]]), failed: [] },
      unscoredLanguage: null,
    });
  },
} as unknown as TextScores;

async function aSite(name: string): Promise<string> {
  const id = uuidv7();
  await test.sql(
    `INSERT INTO sites (id, name, origins, signing_key) VALUES ($1, $2, '{*}', '\\x00')`,
    [id, name],
  );
  return id;
}

interface Judged {
  body?: string;
  /** What was decided, in order. */
  moves: [actor: string, to: string, reason: string][];
  /** Of the check's verdict. */
  score?: number;
  status?: string;
  revision?: number;
}

/** A comment with its verdict and what followed. */
async function decided(siteId: string, article: string, comment: Judged): Promise<void> {
  const { body = 'A comment.', moves, score, status = 'published', revision = 1 } = comment;
  const id = uuidv7();
  await test.sql(
    `INSERT INTO comments (site_id, id, article_id, root_id, body, status, revision)
      VALUES ($1, $2, $3, $2, $4, $5, $6)`,
    [siteId, id, article, body, status, revision],
  );
  const findings = score === undefined ? [] : [{ label: 'toxicity', score }];
  for (const [actor, to, reason] of [['check', 'held', 'SCORED_TOXICITY'], ...moves]) {
    await test.sql(
      `INSERT INTO decisions (site_id, id, comment_id, revision, from_status, to_status, actor,
        reason, details, findings)
        VALUES ($1, $2, $3, 1, 'held', $4, $5, $6, '{}', $7)`,
      [siteId, uuidv7(), id, to, actor, reason, JSON.stringify(actor === 'check' ? findings : [])],
    );
  }
}
async function anArticle(siteId: string): Promise<string> {
  const id = uuidv7();
  await test.sql(
    'INSERT INTO articles (site_id, id, external_id) VALUES ($1, $2, $2::uuid::text)',
    [siteId, id],
  );
  return id;
}

async function all(siteId: string, label: Label = 'toxicity'): Promise<LabelledText[]> {
  const found: LabelledText[] = [];
  for await (const text of new LabelledTexts(test.database).of(siteId, label)) found.push(text);
  return found;
}

const feedback = (siteId: string, body: string, value: number, mayStore = true, score = 0.4) => ({
  ...{ siteId, source: 'perspective' as const, label: 'toxicity' as const, value, body, mayStore },
  ...{ scored: { score, version: '1' }, language: 'en' },
});

describe('texts that people have judged', () => {
  it('are, of feedback, the last word on each text, under the label alone', async () => {
    const siteId = await aSite('feedback');
    const service = new FeedbackService(test.database);
    await service.record([feedback(siteId, 'one', 1), feedback(siteId, 'two', 0.2, false)]);
    await service.record([feedback(siteId, 'one', 0)]);
    await service.record([{ ...feedback(siteId, 'three', 1), label: 'spam' }]);
    await service.record([feedback(await aSite('another'), 'four', 1)]);
    expect(await all(siteId)).toEqual([
      { from: 'feedback', positive: false, body: null, language: 'en', score: 0.4 },
      { from: 'feedback', positive: false, body: 'one', language: 'en', score: 0.4 },
    ]);
  });

  it('are, of decisions, the last of a moderator, unless it was taken back', async () => {
    const siteId = await aSite('decisions');
    const article = await anArticle(siteId);
    const rejected: Judged['moves'][0] = ['moderator', 'rejected', 'REJECTED'];
    const approved: Judged['moves'][0] = ['moderator', 'published', 'APPROVED'];
    for (const [body, moves] of Object.entries<Judged['moves']>({
      rejected: [rejected],
      'approved after all': [rejected, approved],
      undone: [rejected, ['moderator', 'held', 'UNDONE']],
      'undone to published': [rejected, ['moderator', 'published', 'UNDONE']],
      'undone and decided again': [rejected, ['moderator', 'held', 'UNDONE'], rejected],
      'nobody’s': [],
      'deleted by its author': [['author', 'deleted', 'DELETED']],
    })) {
      await decided(siteId, article, { body, moves, score: 0.7 });
    }
    expect((await all(siteId)).map(({ body, positive }) => [body, positive])).toEqual([
      ['rejected', true],
      ['approved after all', false],
      ['undone and decided again', true],
    ]);
  });

  it('have the score of the verdict, and no text where it is deleted or another by now', async () => {
    const siteId = await aSite('stored');
    const article = await anArticle(siteId);
    const moves: Judged['moves'] = [['moderator', 'rejected', 'REJECTED']];
    await decided(siteId, article, { body: '', moves, score: 0.7, status: 'deleted' });
    await decided(siteId, article, { body: 'Quite another.', moves, score: 0.6, revision: 2 });
    await decided(siteId, article, { body: 'Kept.', moves });
    expect((await all(siteId)).map(({ body, score }) => [body, score])).toEqual([
      [null, 0.7],
      [null, 0.6],
      ['Kept.', null],
    ]);
  });

  it('are read to the last, however many pages there are', async () => {
    const siteId = await aSite('many');
    const items = Array.from({ length: 1203 }, (_, n) => feedback(siteId, `text ${n}`, n % 2));
    await new FeedbackService(test.database).record(items);
    const found = await all(siteId);
    expect(new Set(found.map(({ body }) => body)).size).toBe(1203);
    expect(found.filter(({ positive }) => positive)).toHaveLength(601);
  });
});

const given = (...args: string[]): TuneArguments => {
  const parsed = parseTuneArguments(args);
  if (parsed === null) throw new Error('Only the usage was asked for.');
  return parsed;
};

describe('tuning', () => {
  it('proposes the threshold that leaves the share asked for, from scores of today', async () => {
    const siteId = await aSite('tuned');
    // Right in every second from 0.50 on, in all from 0.75 on; what was stored as score is of another day.
    const items = Array.from({ length: 200 }, (_, n) => {
      const isRight = n >= 150 || (n >= 100 && n % 2 === 0);
      return feedback(siteId, `text ${n / 200}`, isRight ? 1 : 0, true, 0.01);
    });
    await new FeedbackService(test.database).record(items);
    const tuned = await tuneSite(
      test.database,
      given('--site', 'tuned', '--label', 'toxicity', '--precision', '0.75'),
      scores,
    );
    const [toxicity] = tuned.labels;
    expect(toxicity).toMatchObject({ examples: 200, positives: 75, rescored: 200, feedback: 200 });
    expect(toxicity?.before).toMatchObject({ threshold: 0.9, held: 20, precision: 1 });
    expect(tuned.policy.thresholds.toxicity?.hold).toBeCloseTo(0.5, 1);
    // Of what it was not chosen by.
    expect(toxicity?.proposed?.precision).toBeGreaterThan(0.65);
    expect(toxicity?.proposed?.recall).toBeGreaterThan(0.9);
    expect(toxicity?.proposed?.positives).toBe(75);
    expect(tuningText(tuned)).toContain('"hold": 0.5');
  });

  it('refuses on too few examples, and on too few of one kind', async () => {
    const siteId = await aSite('few');
    const service = new FeedbackService(test.database);
    await service.record(Array.from({ length: 99 }, (_, n) => feedback(siteId, `a ${n / 99}`, 0)));
    const few = await tuneSite(test.database, given('--site', siteId), scores);
    expect(few.labels[0]?.refusal).toBe('99 examples are too few; it takes 100.');
    await service.record([feedback(siteId, 'b 1', 1)]);
    const oneSided = await tuneSite(test.database, given('--site', siteId), scores);
    expect(oneSided.labels[0]?.refusal).toBe('1 rejected examples are too few; it takes 20.');
    expect(oneSided.policy).toEqual({ thresholds: {} });
    expect(tuningText(oneSided)).toContain('Nothing is proposed.');
  });

  it('wants to be told which site, where there are several', async () => {
    await expect(chosenSite(test.database, undefined)).rejects.toThrow(
      /^Say which site with --site; /,
    );
    await expect(chosenSite(test.database, 'nowhere')).rejects.toThrow(
      'No site is called "nowhere"; ',
    );
  });

  it.each([
    [['--precision', '0'], '--precision must be a number above 0 and at most 1, not "0".'],
    [['--precision', '1', '--recall', '1'], 'Give --precision or --recall, not both.'],
    [
      ['--label', 'flood'],
      '--label flood is found by a rule and has nothing to learn; choose from',
    ],
    [['--label', 'mood'], '--label mood is no label; choose from'],
  ])('refuses %j in one sentence', (args, message) => {
    expect(() => parseTuneArguments(args)).toThrow(message);
  });
});
