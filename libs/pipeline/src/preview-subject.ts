import { DomainError } from '#contract';
import type { Session } from '#database';
import { type CheckContext, fingerprint, type ObservedRate } from '#moderation';
import { type PoliciesService, scopeKey, type VersionedPolicy } from '#policies';
import { v7 as uuidv7 } from 'uuid';
import type { CommentRow, Subject } from './comment-context.js';
import { SUBJECT } from './preview.sql.js';

/** A comment that somebody thinks of posting. */
export interface Draft {
  siteId: string;
  article: { externalId: string; section: string | null };
  parentId: string | null;
  body: string;
  author: { identity: string; vouched: boolean; name: string | null } | null;
  /** Whether the site answers for the author. */
  signedIn: boolean;
  addressHash: Buffer | null;
}

interface SubjectRow extends Pick<
  CommentRow,
  'created_at' | 'created_exactly' | 'author_id' | 'vouched' | 'standing' | 'suspended_until'
> {
  article_id: string | null;
  section: string | null;
  closed: boolean | null;
  first_seen_at: Date | null;
}

/**
 * The draft as if it were stored, with the policy that holds for it.
 * @throws DomainError ARTICLE_CLOSED
 */
export async function subjectOf(
  session: Session,
  policies: PoliciesService,
  draft: Draft,
): Promise<Subject> {
  const { siteId, article, author } = draft;
  const [row] = await session.query<SubjectRow>(SUBJECT, [
    siteId,
    article.externalId,
    author?.identity ?? null,
    author?.vouched ?? null,
  ]);
  if (row === undefined) throw new Error('The database told nothing about a draft.');
  if (row.closed === true) {
    throw new DomainError('ARTICLE_CLOSED', 'This article takes no comments any more.');
  }
  // The section belongs to the article, as it does when a comment is posted.
  const section = (row.article_id === null ? article.section : row.section) ?? '';
  const policy = await policyOf(session, policies, siteId, section);
  return { row: rowOf(draft, row, section), policy };
}

async function policyOf(
  session: Session,
  policies: PoliciesService,
  siteId: string,
  section: string,
): Promise<VersionedPolicy> {
  const scope = { siteId, section };
  const policy = (await policies.resolve([scope], session)).get(scopeKey(scope));
  if (policy === undefined) throw new Error('There is no policy for a draft.');
  return policy;
}

function rowOf(draft: Draft, known: SubjectRow, section: string): CommentRow {
  const { textHash, simHash, bands } = fingerprint(draft.body);
  return {
    ...known,
    site_id: draft.siteId,
    id: uuidv7(),
    revision: 1,
    body: draft.body,
    // Of an article that nobody has commented on there is nothing to find.
    article_id: known.article_id ?? uuidv7(),
    parent_id: draft.parentId,
    author_name: draft.author?.name ?? null,
    text_hash: String(textHash),
    sim_hash: simHash === null ? null : String(simHash),
    bands: bands.length === 0 ? null : bands,
    address_hash: draft.addressHash,
    section,
    // Nobody waits for it in a queue.
    published_count: 0,
    vouched: draft.author?.vouched ?? null,
  };
}

/** As it would be once the comment is there and counts itself. */
export function countedIn(context: CheckContext): CheckContext {
  const more = ({ perMinute, perHour }: ObservedRate): ObservedRate => ({
    perMinute: perMinute + 1,
    perHour: perHour + 1,
  });
  const { author, address, article } = context.rates;
  return {
    ...context,
    rates: {
      author: author && more(author),
      address: address && more(address),
      article: more(article),
    },
  };
}
