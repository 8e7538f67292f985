import { type CheckContext, compileWordLists, DEFAULT_POLICY, fingerprint } from '#moderation';

const NOW = new Date('2026-01-01T12:00:00Z');
const LONG_AGO = new Date('2025-01-01T12:00:00Z');
const WORDS = compileWordLists(DEFAULT_POLICY.words);

/** Who is taken to have written the comments. */
export type AuthorKind = 'known' | 'new';

/** A comment under the default policy of which nothing is known that speaks for or against its author. */
export function neutralContext(body: string, author: AuthorKind): CheckContext {
  const { textHash, simHash } = fingerprint(body);
  return {
    now: NOW,
    policy: DEFAULT_POLICY,
    words: WORDS,
    comment: {
      ...{ id: 'comment', revision: 1, body, articleId: 'article', parentId: null },
      ...{ authorName: null, createdAt: NOW, textHash, simHash },
    },
    author: {
      ...{ id: 'author', standing: author, suspendedUntil: null },
      ...{ published: 0, held: 0, rejected: 0 },
      firstSeenAt: author === 'new' ? NOW : LONG_AGO,
    },
    recent: { byAuthor: [], byOthers: [] },
    rates: {
      author: { perMinute: 1, perHour: 1 },
      address: null,
      article: { perMinute: 1, perHour: 1 },
    },
  };
}
