import { createHash } from 'node:crypto';

/** A strong entity tag (RFC 9110, 8.8.3): equal for equal bytes. */
export function entityTag(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** The tag of the same body in a content coding; a dot is in no tag of {@link entityTag}. */
export function codedTag(tag: string, coding: string): string {
  return `${tag.slice(0, -1)}.${coding}"`;
}

/**
 * Whether an If-None-Match header names the tag, in whatever coding, by the weak comparison that RFC
 * 9110, 13.1.2, asks for.
 */
export function isFresh(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === tag) return true;
  const tags = ifNoneMatch.split(',').map((given) => given.trim().replace(/^W\//, ''));
  return tags.some((given) => given === '*' || given.replace(/[.](gzip|br)"$/, '"') === tag);
}
