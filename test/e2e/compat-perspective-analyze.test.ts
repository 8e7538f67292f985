import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import { PerspectiveCalls, perspectiveKey, type Analysis } from './support/perspective.js';
import { Rows } from './support/rows.js';

let service: TestService;
let perspective: PerspectiveCalls;
let key: string;
beforeAll(async () => {
  service = await startService({ worker: false });
  key = await perspectiveKey(service);
  perspective = new PerspectiveCalls(service, key);
});
afterAll(() => service.stop());

const INSULT = 'You are a stupid idiot.';
const CIVIL = 'The council has voted for the new library.';

const valueOf = ({ attributeScores }: Analysis, name = 'TOXICITY'): number | undefined =>
  attributeScores[name]?.summaryScore.value;

/** The pieces of a text that an answer scores, with their scores. */
const piecesOf = (text: string, { attributeScores }: Analysis): [string, number][] =>
  (attributeScores['TOXICITY']?.spanScores ?? []).map(({ begin, end, score }) => [
    text.slice(begin, end),
    score.value,
  ]);

describe('comments:analyze', () => {
  it('scores each attribute from 0 to 1', async () => {
    const names = ['TOXICITY', 'SEVERE_TOXICITY', 'IDENTITY_ATTACK', 'INSULT', 'PROFANITY'];
    const more = ['THREAT', 'OBSCENE', 'SPAM', 'INCOHERENT', 'LIKELY_TO_REJECT'];
    const bad = await perspective.analyze(INSULT, {}, ...names, ...more);
    const good = await perspective.analyze(CIVIL, {}, ...names, ...more);
    expect(Object.keys(bad.attributeScores)).toEqual([...names, ...more]);
    for (const { summaryScore } of Object.values(bad.attributeScores)) {
      expect(summaryScore.type).toBe('PROBABILITY');
      expect(summaryScore.value).toBeGreaterThanOrEqual(0);
      expect(summaryScore.value).toBeLessThanOrEqual(1);
    }
    for (const name of ['TOXICITY', 'INSULT', 'LIKELY_TO_REJECT']) {
      expect(valueOf(bad, name), name).toBeGreaterThan(0.9);
      expect(valueOf(good, name), name).toBeLessThan(0.1);
    }
  });

  it.each([
    ['THREAT', 'I will find you and kill you.', 0.5],
    ['SPAM', 'Earn $5000 a week from home! Contact me on WhatsApp +1 401 555 0177 now!!!', 0.7],
    ['PROFANITY', 'What the fuck is this shit?', 0.7],
    ['OBSCENE', 'What the fuck is this shit?', 0.7],
    ['INCOHERENT', 'lkjdsf pqowjr zxmvnb', 0.9],
  ])('finds what is %s', async (name, text, from) => {
    expect(valueOf(await perspective.analyze(text, {}, name), name)).toBeGreaterThanOrEqual(from);
    expect(valueOf(await perspective.analyze(CIVIL, {}, name), name)).toBeLessThan(0.2);
  });

  it('knows the twins of the attributes, and versions, and answers by the names that it was asked by', async () => {
    const names = ['TOXICITY', 'TOXICITY_EXPERIMENTAL', 'TOXICITY@6', 'TOXICITY_FAST'];
    const answer = await perspective.analyze(INSULT, {}, ...names);
    expect(Object.keys(answer.attributeScores)).toEqual(names);
    expect(new Set(names.map((name) => valueOf(answer, name))).size).toBe(1);
  });

  it('leaves out what scores less than its threshold', async () => {
    const requestedAttributes = {
      TOXICITY: { scoreThreshold: 0.9, scoreType: 'PROBABILITY' },
      THREAT: { scoreThreshold: 0.9 },
    };
    const { attributeScores } = await perspective.analyze(INSULT, { requestedAttributes });
    expect(Object.keys(attributeScores)).toEqual(['TOXICITY']);
    const none = await perspective.analyze(CIVIL, { requestedAttributes });
    expect(none.attributeScores).toEqual({});
  });

  it('gives back the client’s token, and nothing of the kind to who sent none', async () => {
    const clientToken = 'comment:7';
    const answer = await perspective.analyze(CIVIL, { clientToken });
    expect(answer.clientToken).toBe(clientToken);
    expect(await perspective.analyze(CIVIL)).not.toHaveProperty('clientToken');
  });

  it('takes every field that the original takes, by both of its names', async () => {
    const comment = { text: CIVIL, type: 'PLAIN_TEXT' };
    const entries = [{ text: 'An earlier comment', type: 'PLAIN_TEXT' }];
    await perspective.analyze(CIVIL, {
      ...{ comment, context: { entries }, languages: ['en'], doNotStore: true, sessionId: '1' },
      ...{ communityId: 'a', spanAnnotations: false, dropUnsupportedAttributes: false },
    });
    const article = { text: 'An article' };
    await perspective.analyze(CIVIL, {
      context: { articleAndParentComment: { article, parentComment: { text: 'A comment' } } },
    });
    const answer = await perspective.call('analyze', {
      comment: { text: CIVIL },
      requested_attributes: { TOXICITY: { score_type: 'PROBABILITY', score_threshold: 0 } },
      do_not_store: true,
      client_token: 'x',
    });
    expect(answer.json()).toMatchObject({ attributeScores: { TOXICITY: {} }, clientToken: 'x' });
  });

  it.each([
    ['no type at all', {}],
    ['that of a plain text', { 'content-type': 'text/plain;charset=UTF-8' }],
    ['that of a form, as curl sends it', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('takes JSON under %s', async (_, headers) => {
    const body = { comment: { text: CIVIL }, requestedAttributes: { TOXICITY: {} } };
    expect((await perspective.call('analyze', body, headers)).statusCode).toBe(200);
  });

  it('answers a moderator of the console, who has no key', async () => {
    const { headers } = await signIn(service, { role: 'lead' });
    const payload = { comment: { text: INSULT }, requestedAttributes: { TOXICITY: {} } };
    const asked = { method: 'POST', url: '/v1alpha1/comments:analyze', payload, headers } as const;
    expect((await service.app.inject(asked)).json()).toHaveProperty('attributeScores.TOXICITY');
  });

  it('stores nothing of the text, whatever the client allows', async () => {
    const text = 'A text that must be nowhere afterwards, you idiot.';
    await perspective.analyze(text, { doNotStore: false, spanAnnotations: true });
    const rows = await Rows.open(service.database.url);
    try {
      expect(await rows.tablesWith('nowhere afterwards')).toEqual([]);
    } finally {
      await rows.close();
    }
  });
});

describe('the pieces of a comment', () => {
  it('are one, as long as the comment, unless they are asked for', async () => {
    const text = `😀 ${INSULT} ${CIVIL} `;
    const answer = await perspective.analyze(text);
    expect(piecesOf(text, answer)).toEqual([[text, valueOf(answer)]]);
  });

  it.each([
    ['sentences', [INSULT, CIVIL]],
    ['sentences after emoji', ['😀 A fine day 👩‍👩‍👧‍👦!', INSULT, 'So long 👋🏽.']],
    ['sentences of Chinese', ['今天天气很好，我们去公园吧。', '你这个傻逼，滚出去！']],
  ])('are %s, in UTF-16 units', async (_, sentences) => {
    const text = sentences.join(/\p{Script=Han}/u.test(sentences.join('')) ? '' : '  ');
    const answer = await perspective.analyze(text, { spanAnnotations: true });
    const pieces = piecesOf(text, answer);
    expect(pieces.map(([piece]) => piece)).toEqual(sentences);
    const worst = pieces.toSorted((a, b) => b[1] - a[1])[0]?.[0];
    expect(worst).toMatch(/idiot|傻逼/);
    expect(pieces.filter(([, score]) => score > 0.5)).toHaveLength(1);
  });

  it('are joined where there are very many', async () => {
    const text = 'A word. '.repeat(600);
    const pieces = piecesOf(text, await perspective.analyze(text, { spanAnnotations: true }));
    expect(pieces.length).toBeLessThanOrEqual(50);
    expect(pieces.map(([piece]) => piece).join(' ')).toBe(text.trim());
  });

  it('of HTML are pieces of the markup', async () => {
    const text =
      '<p>Caf&eacute; &amp; cr&egrave;me 😀.</p><script>x()</script><p>You are an <b>id</b>i&#111;t!</p>';
    const comment = { text, type: 'HTML' };
    const whole = await perspective.analyze(text, { comment });
    expect(piecesOf(text, whole)).toEqual([[text, valueOf(whole)]]);
    expect(valueOf(whole)).toBeGreaterThan(0.9);
    const answer = await perspective.analyze(text, { comment, spanAnnotations: true });
    expect(piecesOf(text, answer).map(([piece]) => piece)).toEqual([
      'Caf&eacute; &amp; cr&egrave;me 😀.',
      'You are an <b>id</b>i&#111;t!',
    ]);
    const plain = await perspective.analyze('Tom &amp; Jerry <b>bold</b>', {
      spanAnnotations: true,
    });
    expect(plain.attributeScores['TOXICITY']?.spanScores).toHaveLength(1);
  });
});

describe('languages', () => {
  it.each([
    ['en', CIVIL],
    ['en', 'Idiot!'],
    ['zh', '今天天气很好，我们去公园吧。'],
  ])('are detected: %s', async (language, text) => {
    const answer = await perspective.analyze(text);
    expect(answer).toMatchObject({ languages: [language], detectedLanguages: [language] });
  });

  it('that the client names are those of the answer', async () => {
    const answer = await perspective.analyze(CIVIL, { languages: ['en-US'] });
    expect(answer).toMatchObject({ languages: ['en-US'], detectedLanguages: ['en'] });
  });

  it('are all read, and the worst reading counts', async () => {
    const text = `${CIVIL} 你这个傻逼，滚出去！`;
    const english = valueOf(await perspective.analyze(text, { languages: ['en'] }));
    const chinese = valueOf(await perspective.analyze(text, { languages: ['zh'] }));
    const both = valueOf(await perspective.analyze(text, { languages: ['en', 'zh'] }));
    expect(both).toBe(Math.max(english ?? 0, chinese ?? 0));
  });

  it('that an attribute does not know cost only that attribute where the client says so', async () => {
    const text = 'Bonjour à tous, quelle belle journée.';
    const drop = { dropUnsupportedAttributes: true };
    const answer = await perspective.analyze(text, drop, 'TOXICITY', 'SPAM', 'FLIRTATION');
    expect(Object.keys(answer.attributeScores)).toEqual(['SPAM']);
    expect((await perspective.analyze(text, drop)).attributeScores).toEqual({});
  });
});
