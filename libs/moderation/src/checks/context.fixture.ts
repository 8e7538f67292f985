import type { Policy, TextSpan } from '#contract';
import type { CheckContext, RecentText, Signal } from '../check.js';
import { DEFAULT_POLICY } from '../default-policy.js';
import { fingerprint } from '../text-fingerprint.js';
import { compileWordLists } from '../word-lists.js';

/** The moment at which the contexts of the specs are checked. */
export const NOW = new Date('2026-11-22T12:00:00Z');

/** What a spec says about its context; the rest is a known author's only comment under the default policy. */
export interface ContextParts {
  policy?: { [K in keyof Policy]?: Partial<Policy[K]> | Policy[K] };
  comment?: Partial<CheckContext['comment']>;
  author?: Partial<CheckContext['author']>;
  recent?: Partial<CheckContext['recent']>;
  rates?: Partial<CheckContext['rates']>;
}

function policyWith(parts: ContextParts['policy'] = {}): Policy {
  const policy: Record<string, unknown> = { ...DEFAULT_POLICY };
  for (const [key, value] of Object.entries(parts)) {
    const before = policy[key];
    const merge = typeof value === 'object' && typeof before === 'object' && !Array.isArray(value);
    policy[key] = merge ? { ...before, ...value } : value;
  }
  return policy as unknown as Policy;
}

/** A context for a body. */
export function contextOf(body: string, parts: ContextParts = {}): CheckContext {
  const policy = policyWith(parts.policy);
  return {
    now: NOW,
    policy,
    words: compileWordLists(policy.words),
    comment: {
      id: 'comment-1',
      revision: 1,
      body,
      articleId: 'article-1',
      parentId: null,
      authorName: null,
      createdAt: NOW,
      ...fingerprint(body),
      ...parts.comment,
    },
    author: {
      id: 'author-1',
      standing: 'known',
      suspendedUntil: null,
      published: 12,
      held: 0,
      rejected: 0,
      firstSeenAt: new Date('2026-01-01T00:00:00Z'),
      ...parts.author,
    },
    recent: { byAuthor: [], byOthers: [], ...parts.recent },
    rates: {
      author: { perMinute: 1, perHour: 1 },
      address: { perMinute: 1, perHour: 1 },
      article: { perMinute: 1, perHour: 1 },
      ...parts.rates,
    },
  };
}

let texts = 0;

/** An earlier comment, one minute old unless told otherwise. */
export function recentText(body: string, parts: Partial<RecentText> = {}): RecentText {
  const { textHash, simHash } = fingerprint(body);
  return {
    commentId: `earlier-${texts++}`,
    articleId: 'article-2',
    authorId: 'author-1',
    createdAt: new Date(NOW.getTime() - 60_000),
    textHash,
    simHash,
    ...parts,
  };
}

/** Takes `«` and `»` out of a text and gives the pieces between them as spans. */
export function marked(text: string): { body: string; spans: TextSpan[] } {
  const spans: TextSpan[] = [];
  let body = '';
  for (const part of text.split(/(«[^»]*»)/)) {
    const piece = part.replace(/[«»]/g, '');
    if (part.startsWith('«')) spans.push({ start: body.length, end: body.length + piece.length });
    body += piece;
  }
  return { body, spans };
}

/** What of a signal a table of cases compares. */
export function inShort(signals: Signal[]): [label: string, score: number, reason: string][] {
  return signals.map(({ label, score, reason }) => [label, Math.round(score * 100) / 100, reason]);
}
