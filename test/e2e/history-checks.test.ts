import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentDetail } from '#contract';
import { startService, type TestService } from '../harness/service.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

interface Posted {
  article?: string;
  author?: string;
  body: string;
}

/** Posts a comment as a reader, waits for its verdict, and gives it as the site sees it. */
async function judged({ article = 'article', author, body }: Posted): Promise<CommentDetail> {
  const posted = await service.app.inject({
    method: 'POST',
    url: '/v1/comments',
    headers: { ...service.asReader, prefer: 'wait=10' },
    payload: { article: { id: article }, author: { name: author }, body },
  });
  expect(posted.statusCode).toBe(200);
  const url = posted.json<{ statusUrl: string }>().statusUrl;
  return (await service.app.inject({ url, headers: service.asSite })).json<CommentDetail>();
}

async function reasons(posts: Posted[]): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (const post of posts) found.push((await judged(post)).decision?.reason);
  return found;
}

const TOPICS = ['buses', 'trams', 'parks', 'schools', 'bridges', 'markets', 'ferries', 'museums'];
const REMARKS = [
  'The last bus leaves before the film ends.',
  'Has anybody asked the drivers?',
  'Parks need gardeners, not fences.',
  'My old school had forty in a class.',
  'That bridge was painted green once.',
  'Fish on Fridays, cheese on Saturdays.',
  'I miss the ferry in winter.',
  'Free on Sundays, crowded on Sundays.',
];

describe('what came before', () => {
  it('makes the seventh comment of an author within a minute a flood', async () => {
    const posts = REMARKS.map((body) => ({ author: 'Busy', body }));
    expect(await reasons(posts)).toEqual([
      ...Array<string>(6).fill('CLEAN'),
      'FLOOD_BY_AUTHOR',
      'FLOOD_BY_AUTHOR',
    ]);
  });

  it('does not make a flood of many authors', async () => {
    const posts = TOPICS.map((topic) => ({
      author: `Fan of ${topic}`,
      body: `Everybody loves ${topic} here.`,
    }));
    expect(new Set(await reasons(posts))).toEqual(new Set(['CLEAN']));
  });

  it('holds what an author has posted before, under another article too', async () => {
    const body = 'The river path was closed for a year, and nobody told the people who live there.';
    const posts = ['one', 'two'].map((article) => ({ article, author: 'Twice', body }));
    expect(await reasons(posts)).toEqual(['CLEAN', 'REPEAT_BY_AUTHOR']);
  });

  it.each([
    ['authors with names', (index: number) => `Member ${index}`],
    ['readers without a name', () => undefined],
  ])('holds what too many %s have posted', async (title, author) => {
    const body = `Write to the council today and ask for the night bus, all ${title} of this town!`;
    const posts = [0, 1, 2, 3].map((index) => ({ author: author(index), body }));
    const found = await reasons(posts);
    expect(found[0]).toBe('CLEAN');
    expect(found[3]).toBe('REPEAT_ACROSS_AUTHORS');
  });
});
