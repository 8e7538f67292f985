import { describe, expect, it } from 'vitest';
import { type CheckContext, fingerprint, type Signal } from '#moderation';
import { memoryCheck, type MemoryFacts } from './memory.check.js';
import type { RecalledText, RecordRow } from './memory.js';

const BODY = 'Our shelter for old donkeys in the valley looks for people who feed them on Sundays.';
const NOBODY: RecordRow = {
  ...{ author_minute: 0, author_hour: 0, address_minute: 0, address_hour: 0 },
  ...{ article_minute: 0, article_hour: 0, page_authors: 0, first_seen_at: null },
  ...{ author_spam: 0, author_ham: 0, author_passed: 0, page_spam: 0, page_ham: 0, page_passed: 0 },
  ...{ address_spam: 0, address_ham: 0, address_passed: 0 },
};

function told(body: string, what: 'spam' | 'ham'): RecalledText {
  const { textHash, simHash } = fingerprint(body);
  return {
    ...{ kind: 'told', id: body, article_hash: null, author_hash: null, status: 'published' },
    ...{ text_hash: String(textHash), sim_hash: simHash === null ? null : String(simHash) },
    ...{ told: what, created_at: new Date() },
  };
}

interface Parts {
  body?: string;
  records?: Partial<RecordRow>;
  texts?: RecalledText[];
  trapped?: boolean;
}

function found({ body = BODY, records, texts = [], trapped = false }: Parts): Signal | undefined {
  const facts: MemoryFacts = {
    comment: {
      ...{ siteId: 'site', id: 'id', system: 'akismet', createdAt: new Date() },
      ...{ author: null, address: null, page: null, article: null, text: fingerprint(body) },
    },
    recalled: { texts, records: { ...NOBODY, ...records } },
    trapped,
    maximumAuthors: 2,
  };
  const signals = memoryCheck(facts).run({} as CheckContext) as Signal[];
  expect(signals.length).toBeLessThanOrEqual(1);
  return signals[0];
}

describe('the memory holds against a comment', () => {
  it.each<[string, number, Parts]>([
    ['a hidden field that was filled in', 0.9, { trapped: true }],
    ['an author who was reported for spam', 0.9, { records: { author_spam: 1 } }],
    ['a page that was reported for spam', 0.9, { records: { page_spam: 1 } }],
    ['an address that was reported for spam', 0.8, { records: { address_spam: 2 } }],
    ['a page that several authors name as theirs', 0.8, { records: { page_authors: 3 } }],
    ['a text that was reported as spam', 0.97, { texts: [told(BODY, 'spam')] }],
    ['a text that was reported as spam', 0.97, { texts: [told(`${BODY} 🫏!`, 'spam')] }],
  ])('%s, with %d', (signs, score, parts) => {
    expect(found(parts)).toMatchObject({
      ...{ label: 'spam', score, spans: [], reason: 'SPAM_SIGNS', details: { signs } },
    });
  });

  it.each<[string, Parts]>([
    ['nothing', {}],
    ['one report of an address, which many share', { records: { address_spam: 1 } }],
    ['a page of as many as may post one text', { records: { page_authors: 2 } }],
    ['a report that was taken back', { records: { author_spam: 1, author_ham: 1 } }],
    ['a text that is none as often', { texts: [told(BODY, 'spam'), told(`${BODY}.`, 'ham')] }],
    [
      'another text',
      { texts: [told('The mayor opens the new bridge over the river on Friday.', 'spam')] },
    ],
    ['a short text, which is everybody’s', { body: 'Thanks!', texts: [told('Thanks!', 'spam')] }],
  ])('not %s', (_, parts) => {
    expect(found(parts)).toBeUndefined();
  });

  it('all of it, with the score of the strongest', () => {
    const all = found({ trapped: true, records: { address_spam: 2 } });
    expect(all?.score).toBe(0.9);
    expect(all?.details['signs']).toBe(
      'a hidden field that was filled in, an address that was reported for spam',
    );
  });
});
