import type { CheckContext } from './check.js';
import { DEFAULT_POLICY } from './default-policy.js';
import { fingerprint } from './text-fingerprint.js';
import { compileWordLists } from './word-lists.js';

/** A text of which nothing is known but the text. */
export interface LoneText {
  body: string;
  /** As in BCP 47; detected if it is not given. */
  language?: string;
}

const WORDS = compileWordLists(DEFAULT_POLICY.words);
const ONCE = { perMinute: 1, perHour: 1 };

/** The context of a text without article, author and past, under the shipped policy. */
export function loneTextContext({ body, language }: LoneText, now: Date): CheckContext {
  return {
    now,
    policy: DEFAULT_POLICY,
    words: WORDS,
    comment: {
      ...{ id: '', revision: 1, body, ...(language !== undefined && { language }) },
      ...{ articleId: '', parentId: null, authorName: null, createdAt: now },
      ...fingerprint(body),
    },
    // Nobody, and so neither new nor trusted.
    author: {
      ...{ id: null, standing: 'known', suspendedUntil: null, firstSeenAt: now },
      ...{ published: 0, held: 0, rejected: 0 },
    },
    recent: { byAuthor: [], byOthers: [] },
    rates: { author: null, address: null, article: ONCE },
  };
}
