import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewCommentPage } from '#contract';
import { startService, type TestService } from '../../harness/service.js';
import { HELD, REJECTED, scoreFromText } from '../support/checks.js';
import { Client } from '../support/client.js';
import { Desk, siteIdOf } from '../support/desk.js';
import { expectBroken, expectProblem } from '../support/problems.js';

const SEARCH = '/v1/reviews/search';

let service: TestService;
let client: Client;
let desk: Desk;
const ids: Record<string, string> = {};
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  desk = await Desk.open(service);
  const texts: Record<string, string> = {
    budget: 'The city council passed the Budget at last.',
    business: 'Nobody minds their own business, 100% of the time.',
    backslash: 'It is under C:\\temp and costs a_b.',
    chinese: '議會昨天通過了預算案，真是好消息。',
    chineseHeld: `預算又不夠了 ${HELD}`,
    russian: 'Совет принял бюджет города.',
    rejected: `Buy my budget watches ${REJECTED}`,
    turkish: 'Ölüm kalım meselesi, ok?',
  };
  for (const [name, body] of Object.entries(texts)) {
    ids[name] = (await client.settle({ body, article: { id: `about-${name}` } })).id;
  }
});
afterAll(() => service.stop());

const find = async (query: Record<string, string | number>): Promise<string[]> => {
  const { comments } = await desk.read<ReviewCommentPage>(SEARCH, query);
  const names = Object.entries(ids);
  return comments.map(({ id }) => names.find(([, one]) => one === id)?.[0] ?? id);
};

describe('a search finds what says', () => {
  it.each([
    ['a word, whatever the case', 'BUDGET', ['rejected', 'budget']],
    ['all the words, in any order', 'council city', ['budget']],
    ['a piece of a word', 'udge', ['rejected', 'budget']],
    ['the whole word in quotation marks', '"busi"', []],
    ['whole words in their order', '"city council"', ['budget']],
    ['whole words in another order', '"council city"', []],
    ['a short word', 'ok', ['turkish']],
    ['two Chinese characters', '預算', ['chineseHeld', 'chinese']],
    ['Chinese with a blank between', '預算 昨天', ['chinese']],
    ['Chinese in quotation marks', '"通過了預算"', ['chinese']],
    ['one Chinese character', '算', ['chineseHeld', 'chinese']],
    ['characters in another order', '算預', []],
    ['Cyrillic, whatever the case', 'БЮДЖЕТ', ['russian']],
    ['a letter beyond ASCII', 'ölüm', ['turkish']],
    ['a percent sign', '100%', ['business']],
    ['a percent sign alone', '%', ['business']],
    ['a backslash', 'C:\\temp', ['backslash']],
    ['an underscore', 'a_b', ['backslash']],
    ['what a pattern would mean', 'b%t', []],
    ['an open quotation mark', '"budget', ['rejected', 'budget']],
    ['an apostrophe and SQL', `'; DROP TABLE comments; --`, []],
    ['signs of a text query', 'budget & !council | (', []],
  ])('%s: %s', async (_, text, expected) => {
    expect(await find({ text })).toEqual(expected);
  });

  it.each([
    ['NUL', 'a\u0000b', 'noControlCharacters'],
    ['a text of more than 200 characters', 'x'.repeat(201), 'maxLength'],
    ['nothing', '', 'minLength'],
  ])('refuses %s', async (_, text, rule) => {
    expectBroken(await desk.get(SEARCH, { text }), 'text', rule);
  });

  it('takes 200 characters, of whatever kind', async () => {
    for (const text of [
      'x'.repeat(200),
      '預'.repeat(200),
      'q '.repeat(100),
      '"'.repeat(200),
      '👩‍💻'.repeat(40),
    ]) {
      expect(await find({ text })).toEqual([]);
    }
  });
});

describe('a search is narrowed', () => {
  it('to a status', async () => {
    expect(await find({ status: 'held' })).toEqual(['chineseHeld']);
    expect(await find({ text: 'budget', status: 'rejected' })).toEqual(['rejected']);
    expect(await find({ status: 'deleted' })).toEqual([]);
  });

  it('to an article by the site’s own id', async () => {
    expect(await find({ article: 'about-russian' })).toEqual(['russian']);
    expect(await find({ article: 'about-russian', text: 'budget' })).toEqual([]);
    expect(await find({ article: 'nothing' })).toEqual([]);
  });

  it('to a time', async () => {
    const [first] = (await desk.read<ReviewCommentPage>(SEARCH, { text: 'Совет' })).comments;
    const at = first?.createdAt ?? '';
    expect(await find({ openedBefore: at, text: '預算' })).toEqual(['chineseHeld', 'chinese']);
    expect(await find({ openedAfter: at, text: '預算' })).toEqual([]);
    expect(await find({ openedAfter: '2020-01-01', openedBefore: '2020-01-02' })).toEqual([]);
  });

  it('to an author', async () => {
    const author = { name: 'Ada', email: 'ada@example.com' };
    const { id } = await client.settle({ body: 'By Ada.', author });
    const { authorId } = await client.seen<{ authorId: string }>(id);
    expect(await find({ author: authorId })).toEqual([id]);
    expect(await find({ author: authorId, text: 'budget' })).toEqual([]);
  });

  it.each([
    ['site', 'x', 'isUuid'],
    ['author', 'x', 'isUuid'],
    ['status', 'lost', 'isIn'],
    ['openedAfter', 'yesterday', 'isMoment'],
    ['openedBefore', '2026-02-31T25:00Z', 'isMoment'],
    ['limit', '0', 'min'],
    ['limit', '101', 'max'],
    ['limit', 'x', 'isInt'],
    ['cursor', 'bm90IG91cnM', 'isCursor'],
    ['unknown', 'x', 'isKnownField'],
  ])('but not by %s=%s', async (field, value, rule) => {
    expectBroken(await desk.get(SEARCH, { [field]: value }), field, rule);
  });
});

describe('pages', () => {
  it.each([
    ['all comments', {}],
    ['of an article', { article: 'busy' }],
    ['that say a word', { text: 'number' }],
    ['of a status', { status: 'published' }],
  ])('%s, each once, newest first', async (_, query) => {
    if ((await find({ article: 'busy' })).length === 0) {
      for (let n = 0; n < 7; n += 1) {
        await client.settle({ article: { id: 'busy' }, body: `Busy number ${n}.` });
      }
    }
    const all = await find({ ...query, limit: 100 });
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ReviewCommentPage = await desk.read(SEARCH, {
        ...query,
        limit: 3,
        ...(cursor !== null && { cursor }),
      });
      expect(page.comments.length).toBeLessThanOrEqual(3);
      paged.push(...page.comments.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toHaveLength(all.length);
    expect(new Set(paged).size).toBe(all.length);
  });
});

describe('a search shows', () => {
  it('nothing of sites that the moderator does not work for', async () => {
    const other = await client.anotherSite();
    await other.settle({ body: 'Secret zebra.' });
    expect(await find({ text: 'zebra' })).toEqual([]);
    const siteId = await siteIdOf(service, other);
    expectProblem(await desk.get(SEARCH, { site: siteId }), 403, 'ROLE_REQUIRED');
    const both = await Desk.open(service, 'moderator', { siteId });
    const { comments } = await both.read<ReviewCommentPage>(SEARCH, { text: 'zebra' });
    expect(comments).toMatchObject([{ site: { id: siteId }, body: 'Secret zebra.' }]);
  });

  it('nothing to who is not signed in', async () => {
    expectProblem(await client.get(`${SEARCH}?text=budget`), 401, 'SESSION_REQUIRED');
  });

  it('a deleted comment without its text', async () => {
    const { id, authorToken } = await client.settle({ body: 'Soon gone giraffe.' });
    await client.remove(id, { ...client.reader, 'x-author-token': authorToken });
    expect(await find({ text: 'giraffe' })).toEqual([]);
    expect(await find({ status: 'deleted' })).toEqual([id]);
  });
});
