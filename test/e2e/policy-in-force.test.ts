import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentDetail, ErrorCode } from '#contract';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client } from './support/client.js';
import { expectProblem } from './support/problems.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService();
  client = new Client(service);
});
afterAll(() => service.stop());

/** What the shipped checks and the section's policy, written a moment ago, say of a comment. */
async function judged(
  section: string,
  policy: object | null,
  body: string,
): Promise<CommentDetail> {
  const url = `/v1/policy?section=${section}`;
  if (policy !== null) expect((await client.put(url, policy)).statusCode).toBe(200);
  const { id } = await client.settle({ article: { id: `article-${section}`, section }, body });
  return client.seen<CommentDetail>(id);
}

describe('a policy is in force for the very next comment', () => {
  it.each<[rule: string, policy: object, body: string, verdict: readonly [string, string, RegExp]]>(
    [
      [
        'a banned word',
        { words: { banned: ['turnip'] } },
        'You are a TURN1P.',
        ['rejected', 'BANNED_WORD', /"turnip"/i],
      ],
      [
        'a suspect word',
        { words: { suspect: ['swede'] } },
        'A swede, I said.',
        ['held', 'SUSPECT_WORD', /"swede"/],
      ],
      [
        'review first',
        { mode: 'review-first' },
        'All is well.',
        ['held', 'REVIEW_FIRST', /moderator/],
      ],
      [
        'a blocked host',
        { links: { block: ['spam.example'] } },
        'See https://www.spam.example/x for more.',
        ['rejected', 'LINK_BLOCKED', /spam\.example/],
      ],
      [
        'no links',
        { links: { maximum: 0 } },
        'It is on https://news.example/a.',
        ['held', 'LINK_COUNT', /allows 0/],
      ],
      [
        'nothing',
        {},
        'The turnips are in, the swedes are not.',
        ['published', 'CLEAN', /No check/],
      ],
    ],
  )('%s', async (rule, policy, body, [status, reason, says]) => {
    const section = rule.replaceAll(' ', '-');
    const { decision, ...comment } = await judged(section, policy, body);
    expect(comment.status).toBe(status);
    expect(decision).toMatchObject({ reason, explanation: expect.stringMatching(says) });
    expect(decision?.policyVersion).toBeGreaterThan(0);
  });

  it('in its own section alone', async () => {
    await judged('here', { mode: 'review-first' }, 'Here it is held.');
    expect(await judged('there', null, 'There it is not.')).toMatchObject({ status: 'published' });
  });

  it('in the section that the article has, not the one that the comment claims', async () => {
    await judged('strict', { mode: 'review-first' }, 'The first one is held.');
    const article = { id: 'article-strict', section: 'lax' };
    expect((await client.settle({ article, body: 'So is the second.' })).status).toBe('held');
  });

  it('and no longer when it is withdrawn', async () => {
    const held = await judged('former', { mode: 'review-first' }, 'Held at first.');
    expect(held.status).toBe('held');
    const url = '/v1/policy?section=former';
    await client.send({ method: 'DELETE', url, headers: client.site });
    expect((await judged('former', null, 'Published later.')).status).toBe('published');
  });

  it('by refusing comments where it is closed', async () => {
    await client.put('/v1/policy?section=closed', { mode: 'closed' });
    const article = { id: 'closed', section: 'closed' };
    const code: ErrorCode = 'COMMENTS_CLOSED';
    expectProblem(await client.post(aComment({ article })), 409, code);
  });

  it('with the score, the threshold and the span that decided', async () => {
    const { findings } = await judged('spans', { words: { banned: ['turnip'] } }, 'Oh turnip!');
    const finding = findings.find(({ label }) => label === 'banned-word');
    expect(finding).toMatchObject({
      score: 1,
      threshold: 1,
      outcome: 'reject',
      spans: [{ start: 3, end: 9 }],
      reason: 'BANNED_WORD',
      milliseconds: expect.any(Number),
    });
  });
});
