import { fingerprint, type TextFingerprint } from '#moderation';
import { blindAddress, blindIdentity } from '#sites';
import type { OutsideComment, OutsideSystem } from './outside-comment.js';

/** All that is ever stored of a comment that another system keeps. */
export interface BlindedComment {
  siteId: string;
  id: string;
  system: OutsideSystem;
  author: Buffer | null;
  address: Buffer | null;
  /** The author's own page. */
  page: Buffer | null;
  article: Buffer | null;
  text: TextFingerprint;
  createdAt: Date;
}

/** Blinds a comment under the site's signing key. */
export function blindedComment(
  comment: OutsideComment,
  signingKey: Buffer,
  { id, now }: { id: string; now: Date },
): BlindedComment {
  const { siteId, system, author, address, article, body, writtenAt } = comment;
  const blind = (kind: string, value: string | null): Buffer | null =>
    value === null ? null : blindIdentity(signingKey, `${system}:${kind}:${value}`);
  return {
    ...{ siteId, id, system },
    author: blind('author', author.identity),
    address: address === null ? null : blindAddress(signingKey, address),
    page: blind('page', author.url === null ? null : comparablePage(author.url)),
    article: blind('article', article),
    text: fingerprint(body),
    // A clock that is ahead, or a time zone that was forgotten, would hide what comes after it.
    createdAt: writtenAt === undefined || writtenAt > now ? now : writtenAt,
  };
}

/** One page, however its address was typed: without protocol, `www.`, query, fragment and slash at the end; `null` for nothing. */
export function comparablePage(url: string): string | null {
  const [page = ''] = url
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^www\./, '')
    .split(/[?#]/);
  const bare = page.replace(/\/+$/, '');
  return bare === '' ? null : bare;
}
