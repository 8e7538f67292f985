import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentDetail, Finding, Label } from '#contract';
import { startService, type TestService } from '../harness/service.js';
import { Client } from './support/client.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService();
  client = new Client(service);
});
afterAll(() => service.stop());

/** A comment with its verdict, as the site sees it. */
async function judged(body: string, changes: Record<string, unknown> = {}): Promise<CommentDetail> {
  const { id } = await client.settle({ body, ...changes });
  return client.seen<CommentDetail>(id);
}

const findingOf = ({ findings }: CommentDetail, label: Label, check = 'classifier'): Finding =>
  findings.find((finding) => finding.label === label && finding.check === check)!;
const marked = ({ body, ...comment }: CommentDetail, label: Label, check?: string): string[] =>
  findingOf({ body, ...comment }, label, check).spans.map(({ start, end }) =>
    body!.slice(start, end),
  );

describe('an insult', () => {
  it('is held, with its words marked and an explanation that quotes them', async () => {
    const comment = await judged(
      'You are a pathetic idiot, and so is everybody who votes for him.',
    );
    expect(comment.status).toBe('held');
    expect(comment.decision?.reason).toMatch(/^SCORED_/);
    expect(comment.decision?.explanation).toMatch(
      /^(Toxicity|Insult|Obscenity) (0\.\d\d|1\.00) \(holds from 0\.\d\d\): .*"[^"]*idiot[^"]*"/,
    );
    expect(marked(comment, 'toxicity').join(' ')).toContain('idiot');
    expect(marked(comment, 'toxicity').join(' ')).not.toMatch(/everybody|votes/);
  });

  it('names the version of the model that scored it', async () => {
    const comment = await judged('What a stupid moron you are.');
    const finding = findingOf(comment, 'toxicity');
    expect(finding).toMatchObject({ outcome: 'hold', details: { scorer: 'classifier' } });
    expect(finding.version).toMatch(/^[\w.-]+$/);
    expect(finding.score).toBeGreaterThanOrEqual(finding.threshold!);
    expect(findingOf(comment, 'spam', 'spam-model').version).toBe(finding.version);
  });

  it.each([
    ['You are such an 1d10t.', '1d10t'],
    ['You are a pathetic i d i o t and everybody knows it.', 'i d i o t'],
    ['Shut up, you m\u200bor\u200bon.', 'm\u200bor\u200bon'],
    ['What a complete ıdіоt you are.', 'ıdіоt'],
  ])('in disguise is held and marked as it was written: %j', async (body, word) => {
    const comment = await judged(body);
    expect(comment.status).toBe('held');
    expect(marked(comment, 'toxicity').join(' ')).toContain(word);
  });

  it('in Chinese is held', async () => {
    const comment = await judged('你就是个傻逼，滚出去，死全家的垃圾。');
    expect(comment).toMatchObject({ status: 'held' });
    expect(findingOf(comment, 'toxicity').outcome).toBe('hold');
  });

  it('is not quoted once the text has been changed', async () => {
    const { id } = await client.settle({
      body: 'What a stupid moron you are.',
    });
    expect((await client.seen<CommentDetail>(id)).decision?.explanation).toContain('stupid');
    await client.patch(id, 'I take that back.', client.site);
    const { decision, status } = await client.seen<CommentDetail>(id);
    expect(status).toBe('published');
    expect(decision?.explanation).not.toContain('stupid');
  });
});

it('holds a threat that has no rude word in it', async () => {
  const comment = await judged('I will kill you and your whole family.');
  expect(comment).toMatchObject({ status: 'held', decision: { reason: 'SCORED_THREAT' } });
});

describe('a comment that only looks like an insult', () => {
  it.each([
    'I disagree with nearly everything in this article, and I am glad that it was printed.',
    'My gay neighbors and their Muslim friends organized the street party, and it was lovely.',
    'The train from Scunthorpe to Penistone was late again.',
    '票價調整之後，夜班車反而比較多人搭，這點倒是出乎我的意料。',
  ])('is published: %s', async (body) => {
    expect(await judged(body)).toMatchObject({
      status: 'published',
      decision: { reason: 'CLEAN' },
    });
  });

  it.each([
    'A reader wrote above that I am "a worthless moron". I would rather hear what is wrong with the budget.',
    'It is wrong to say that all immigrants are parasites who should be shot.',
    'I never said that the mayor is a fucking idiot. I said that the plan is unfinished.',
    'My nephew was told "I will kill you, you dirty foreigner" on the night train. Nobody said a word.',
    'He wrote: "fuck you, you fucking piece of shit, go kill yourself". I reported him.',
    'Nobody should ever be told "die, you fucking cunt", not even a politician.',
  ])('because it quotes or denies one is held at most: %s', async (body) => {
    expect((await judged(body)).status).not.toBe('rejected');
  });
});

describe('a language without a model', () => {
  it.each([
    ['Os autocarros estão sempre atrasados e a câmara não faz nada para resolver isso.', 'pt'],
    ['Автобусы опять опаздывают, и никто в городе ничего с этим не делает.', 'ru'],
  ])('is said to be not scored, and published: %s', async (body, language) => {
    const comment = await judged(body);
    expect(comment.status).toBe('published');
    expect(comment.findings.filter(({ check }) => check === 'classifier')).toEqual([
      expect.objectContaining({
        label: 'not-scored',
        score: 1,
        outcome: 'none',
        reason: 'LANGUAGE_NOT_SCORED',
        details: { language },
      }),
    ]);
  });

  it('is held where the newsroom asks for that', async () => {
    const policy = { thresholds: { 'not-scored': { hold: 1 } } };
    await client.put('/v1/policy?section=strict', policy);
    const comment = await judged('Автобусы опять опаздывают, и никто ничего с этим не делает.', {
      article: { id: 'strict', section: 'strict' },
    });
    expect(comment).toMatchObject({
      status: 'held',
      decision: {
        reason: 'LANGUAGE_NOT_SCORED',
        explanation: 'Not scored: there is no model for Russian.',
      },
    });
  });
});

describe('spam', () => {
  it('of a newcomer who posts it again is held by what it says and by how he behaves', async () => {
    const body = 'Hey guys check out my channel for new music videos https://videos.example/me';
    const author = { name: 'Newcomer' };
    for (const id of ['one', 'two']) await client.settle({ body, author, article: { id } });
    const comment = await judged(body, { author, article: { id: 'three' } });
    expect(comment.status).toBe('held');
    const finding = findingOf(comment, 'spam', 'spam-model');
    expect(finding).toMatchObject({ outcome: 'hold', reason: 'SCORED_SPAM' });
    expect(finding.details.behavior).toContain('the same text by the author before');
    expect(marked(comment, 'spam', 'spam-model').join(' ')).toContain('channel');
  });

  it('is not what a newcomer says with one source', async () => {
    const body =
      'The minutes of the council have it on page four: https://council.example.com/minutes/10';
    expect(await judged(body, { author: { name: 'Another newcomer' } })).toMatchObject({
      status: 'published',
    });
  });
});
