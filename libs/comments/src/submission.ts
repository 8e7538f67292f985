import { type Badge, type CommentStatus, DomainError } from '#contract';

/** A comment on its way in: validated, its text normalized. */
export interface Submission {
  siteId: string;
  article: { externalId: string; url: string | null; title: string | null; section: string | null };
  parentId: string | null;
  body: string;
  author: SubmittedAuthor | null;
  /** Whether the site answers for who writes: by its secret key, or by a token that it signed. */
  signedIn: boolean;
  /** The reader's address, blinded; `null` if it says nothing about the reader. */
  addressHash: Buffer | null;
  idempotency: { key: string; requestHash: Buffer } | null;
}

/** Who wrote a comment, as far as it is known. */
export interface SubmittedAuthor {
  /** Equal for the same author of a site. */
  identity: string;
  /** Whether the site's own server says so. */
  vouched: boolean;
  name: string | null;
  email: string | null;
  /** What the reader's token says besides; each new token may say something else. */
  token?: { badge: Badge | null; createdAt: Date | null };
}

/** A comment that is committed. */
export interface Accepted {
  id: string;
  status: CommentStatus;
}

/**
 * By what an author is known: the e-mail address, else the name. A name that nobody vouches for is
 * only taken together with the address it comes from, since many readers share a name.
 */
export function authorIdentity(
  author: { name?: string | undefined; email?: string | undefined },
  vouched: boolean,
  addressHash: Buffer | null,
): SubmittedAuthor | null {
  const name = author.name ?? null;
  const email = author.email ?? null;
  if (email !== null) {
    return { identity: `email:${email.toLowerCase()}`, vouched, name, email };
  }
  if (name === null) return null;
  const folded = name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const from = vouched || addressHash === null ? '' : `@${addressHash.toString('hex')}`;
  return { identity: `name:${folded}${from}`, vouched, name, email };
}

/** The error for a reader who is not signed in where the policy asks for it. */
export function tokenRequired(): DomainError {
  return new DomainError(
    'READER_TOKEN_REQUIRED',
    'Only readers whom the site has signed in may do this here; send the token as X-Reader-Token.',
  );
}
