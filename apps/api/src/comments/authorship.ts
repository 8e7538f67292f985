import type { Changer } from '#comments';
import { DomainError } from '#contract';
import { isAuthorToken, type Site } from '#sites';
import type { Caller } from '../http/caller.js';

/** Whether the token proves that its sender wrote the comment. */
export function isAuthor(site: Site, commentId: string, token: string | undefined): boolean {
  return token !== undefined && isAuthorToken(site.signingKey, commentId, token);
}

/** Who changes the comment. @throws DomainError AUTHOR_TOKEN_REQUIRED, AUTHOR_TOKEN_WRONG */
export function assertMayChange(
  { site, vouched }: Caller,
  commentId: string,
  token: string | undefined,
): Changer {
  if (isAuthor(site, commentId, token)) return 'author';
  if (vouched) return 'site';
  if (token === undefined) {
    throw new DomainError(
      'AUTHOR_TOKEN_REQUIRED',
      'Send the authorToken that came with the comment as X-Author-Token, or the site’s secret key as Authorization: Bearer.',
    );
  }
  throw new DomainError(
    'AUTHOR_TOKEN_WRONG',
    'This X-Author-Token is not the one that came with this comment.',
  );
}
