import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract';
import { startService, type TestService } from '../harness/service.js';
import { Client, type Headers, type Taken } from './support/client.js';
import { HELD, REJECTED, scoreFromText } from './support/checks.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

const NOBODY = '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b';

let service: TestService;
let client: Client;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const tokenOf = ({ authorToken }: Taken): Headers => ({
  ...client.reader,
  'x-author-token': authorToken,
});

/** Who may not change a comment, and what they are told. */
const STRANGERS: [who: string, headers: () => Promise<Headers>, status: number, code: ErrorCode][] =
  [
    ['without a token', async () => client.reader, 401, 'AUTHOR_TOKEN_REQUIRED'],
    [
      'with a wrong token',
      async () => ({ ...client.reader, 'x-author-token': 'x' }),
      403,
      'AUTHOR_TOKEN_WRONG',
    ],
    [
      'with the token of another comment',
      async () => tokenOf(await client.settle()),
      403,
      'AUTHOR_TOKEN_WRONG',
    ],
    [
      'with the secret key of another site',
      async () => (await client.anotherSite()).site,
      403,
      'SECRET_KEY_OF_ANOTHER_SITE',
    ],
  ];

describe('PATCH', () => {
  it('by the author makes a new revision, which is checked again', async () => {
    const taken = await client.settle({ body: 'Fist.' });
    const response = await client.patch(taken.id, ' First.\r\n', tokenOf(taken));
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ ...taken, status: 'published' });
    expect(await client.seen(taken.id)).toMatchObject({
      body: 'First.',
      revision: 2,
      editedAt: expect.stringMatching(/Z$/),
      decision: { revision: 2, from: 'pending', to: 'published' },
    });
  });

  it('by the site’s server needs no token', async () => {
    const { id } = await client.settle();
    expect((await client.patch(id, 'Second.', client.site)).statusCode).toBe(200);
  });

  it('answers 202 without Prefer', async () => {
    const taken = await client.settle();
    const response = await client.patch(taken.id, 'Second.', { ...tokenOf(taken), prefer: '' });
    expect(response.statusCode).toBe(202);
    expect(response.json()).toMatchObject({ id: taken.id, status: 'pending' });
  });

  it.each([
    ['held', HELD],
    ['rejected', REJECTED],
  ])('with a text that is %s takes the comment out of the count', async (status, text) => {
    const article = `edited-${status}`;
    const taken = await client.settle({ article: { id: article } });
    const reply = await client.settle({ article: { id: article }, parentId: taken.id });
    expect(await client.count(article)).toBe(2);
    expect((await client.patch(taken.id, text, tokenOf(taken))).json()).toMatchObject({ status });
    expect(await client.count(article)).toBe(0);
    expect(await client.seen(reply.id)).toMatchObject({ status: 'published' });
  });

  it('with a better text puts a held comment and its replies into the count', async () => {
    const article = { id: 'edited-well' };
    const taken = await client.settle({ article, body: HELD });
    await client.settle({ article, parentId: taken.id });
    expect(await client.count(article.id)).toBe(0);
    await client.patch(taken.id, 'Better.', tokenOf(taken));
    expect(await client.count(article.id)).toBe(2);
  });

  it('many times at once leaves the last text, checked, with a revision each', async () => {
    const taken = await client.settle({ article: { id: 'hasty' } });
    const texts = Array.from({ length: 10 }, (_, n) => `Text ${n}.`);
    const answers = await Promise.all(
      texts.map((text) => client.patch(taken.id, text, tokenOf(taken))),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(texts.map(() => 200));
    expect(await client.seen(taken.id)).toMatchObject({ revision: 11, status: 'published' });
    await client.counts('hasty', 1);
  });

  it.each(STRANGERS)('%s is refused', async (_, headers, status, code) => {
    const { id } = await client.settle({ body: 'Mine.' });
    expectProblem(await client.patch(id, 'Yours.', await headers()), status, code);
    expect(await client.seen(id)).toMatchObject({ body: 'Mine.', revision: 1 });
  });

  it.each([
    ['rejected', REJECTED],
    ['deleted', 'Soon gone.'],
  ])('of a %s comment is refused', async (status, body) => {
    const taken = await client.settle({ body });
    if (status === 'deleted') await client.remove(taken.id, tokenOf(taken));
    for (const headers of [tokenOf(taken), client.site]) {
      expectProblem(await client.patch(taken.id, 'Again.', headers), 409, 'COMMENT_NOT_EDITABLE');
    }
  });

  it('after the edit window is refused to the author, not to the site', async () => {
    const taken = await client.settle();
    await rows.query(
      `UPDATE comments SET created_at = now() - interval '301 seconds' WHERE id = $1`,
      [taken.id],
    );
    expectProblem(await client.patch(taken.id, 'Late.', tokenOf(taken)), 409, 'EDIT_WINDOW_OVER');
    expect((await client.patch(taken.id, 'Late.', client.site)).statusCode).toBe(200);
  });

  it('is refused to authors where the policy leaves no time for it', async () => {
    await client.put('/v1/policy?section=strict', { editWindowSeconds: 0 });
    const taken = await client.settle({ article: { id: 'strict', section: 'strict' } });
    expectProblem(await client.patch(taken.id, 'Late.', tokenOf(taken)), 409, 'EDIT_WINDOW_OVER');
  });

  it.each([
    ['', 'minLength'],
    ['x'.repeat(5001), 'maxLength'],
    ['a\u0000', 'noControlCharacters'],
    ['\u200b', 'isVisible'],
  ])('holds the text to the rules of a new one: %j', async (text, rule) => {
    const taken = await client.settle();
    expectBroken(await client.patch(taken.id, text, tokenOf(taken)), 'body', rule);
  });

  it.each([NOBODY, 'x', '%00'])('of the unknown comment %s is refused', async (id) => {
    expectProblem(await client.patch(id, 'Hello.', client.site), 404, 'COMMENT_NOT_FOUND');
  });
});

describe('DELETE', () => {
  it.each<[string, (taken: Taken) => Headers]>([
    ['the author', tokenOf],
    ['the site’s server', () => client.site],
  ])('by %s takes the comment away, and again changes nothing', async (_, headersOf) => {
    const taken = await client.settle({ author: { name: 'Ann' } });
    for (const _again of [1, 2]) {
      const response = await client.remove(taken.id, headersOf(taken));
      expect([response.statusCode, response.body]).toEqual([204, '']);
    }
    const gone = { status: 'deleted', body: null, authorName: null };
    expect((await client.get(`/v1/comments/${taken.id}`)).json()).toMatchObject(gone);
    expect(await client.seen(taken.id)).toMatchObject({ ...gone, authorId: null });
    const decisions = `SELECT 1 AS made FROM decisions WHERE comment_id = $1 AND to_status = 'deleted'`;
    expect(await rows.query(decisions, [taken.id])).toHaveLength(1);
  });

  it('takes replies out of the count with it', async () => {
    const article = { id: 'thread' };
    const top = await client.settle({ article });
    const reply = await client.settle({ article, parentId: top.id });
    await client.settle({ article, parentId: reply.id });
    await client.settle({ article });
    await client.counts('thread', 4);
    await client.remove(reply.id, client.site);
    await client.counts('thread', 2);
    await client.remove(top.id, client.site);
    await client.counts('thread', 1);
  });

  it.each([
    ['published', 'Fine, '],
    ['held', `${HELD}, `],
    ['rejected', `${REJECTED}, `],
  ])(
    'erases the text of a %s comment, and of its revisions, from the whole database',
    async (_, text) => {
      const taken = await client.settle({
        body: `${text}xylophone-one`,
        author: { name: 'Zebedee' },
      });
      await client.patch(taken.id, `${text}xylophone-two`, client.site);
      expect(await rows.tablesWith('xylophone')).toContain('public.comments');
      await client.remove(taken.id, client.site);
      expect(await rows.tablesWith('xylophone')).toEqual([]);
    },
  );

  it('of a comment that is just being checked is final', async () => {
    const taken = await client.submit({ article: { id: 'quick' } });
    await client.remove(taken.id, tokenOf(taken));
    await client.settle({ article: { id: 'quick' } });
    expect(await client.seen(taken.id)).toMatchObject({ status: 'deleted' });
    await client.counts('quick', 1);
  });

  it('takes no body, whatever the content type says', async () => {
    const { id } = await client.settle();
    const headers = { ...client.site, 'content-type': 'application/json' };
    expect((await client.remove(id, headers)).statusCode).toBe(204);
  });

  it.each(STRANGERS)('%s is refused', async (_, headers, status, code) => {
    const { id } = await client.settle();
    expectProblem(
      await client.remove(id, { ...client.reader, ...(await headers()) }),
      status,
      code,
    );
    expect(await client.seen(id)).toMatchObject({ status: 'published' });
  });

  it.each([NOBODY, 'x', '%00'])('of the unknown comment %s is refused', async (id) => {
    expectProblem(await client.remove(id, client.site), 404, 'COMMENT_NOT_FOUND');
  });
});
