import type { SetStanding } from '#contract';
import { type CheckContext, type RecentText, standingOf } from '#moderation';
import type { VersionedPolicy } from '#policies';

/** A comment as its checks are told of it; the columns of the statement. */
export interface CommentRow {
  site_id: string;
  id: string;
  revision: number;
  body: string;
  article_id: string;
  parent_id: string | null;
  author_name: string | null;
  created_at: Date;
  /** With its microseconds, which a Date does not have: what came before is compared with it. */
  created_exactly: string;
  text_hash: string;
  sim_hash: string | null;
  bands: number[] | null;
  author_id: string | null;
  address_hash: Buffer | null;
  section: string;
  published_count: number;
  vouched: boolean | null;
  standing: SetStanding | null;
  suspended_until: Date | null;
  first_seen_at: Date | null;
}

/** A comment that was there before. */
export interface RecentRow {
  of: string;
  id: string;
  article_id: string;
  author_id: string | null;
  text_hash: string;
  sim_hash: string | null;
  created_at: Date;
  status?: 'pending' | 'published' | 'held' | 'rejected';
}

/** How many came before, of the same author, from the same address, under the same article. */
export type RateRow = { of: string } & Record<
  `${'author' | 'address' | 'article'}_${'minute' | 'hour'}`,
  number
>;

/** A comment and the policy that it is judged by. */
export interface Subject {
  row: CommentRow;
  policy: VersionedPolicy;
}

/** All that the checks look at, of what was read. */
export function contextOf(
  { row, policy }: Subject,
  history: RecentRow[],
  others: RecentRow[],
  rate: RateRow,
  now: Date,
): CheckContext {
  const windowStart = row.created_at.getTime() - policy.policy.repeat.windowHours * 3_600_000;
  const perHour = (kind: 'author' | 'address' | 'article') => ({
    perMinute: rate[`${kind}_minute`],
    perHour: rate[`${kind}_hour`],
  });
  return {
    now,
    policy: policy.policy,
    words: policy.words,
    comment: {
      id: row.id,
      revision: row.revision,
      body: row.body,
      articleId: row.article_id,
      parentId: row.parent_id,
      authorName: row.author_name,
      createdAt: row.created_at,
      textHash: BigInt(row.text_hash),
      simHash: row.sim_hash === null ? null : BigInt(row.sim_hash),
    },
    author: authorOf(row, history, now),
    recent: {
      byAuthor: history
        .filter((earlier) => earlier.created_at.getTime() > windowStart)
        .map(recentText),
      byOthers: others.map(recentText),
    },
    rates: {
      author: row.author_id === null ? null : perHour('author'),
      address: row.address_hash === null ? null : perHour('address'),
      article: perHour('article'),
    },
  };
}

function authorOf(row: CommentRow, history: RecentRow[], now: Date): CheckContext['author'] {
  const count = (status: RecentRow['status']) =>
    history.filter((earlier) => earlier.status === status).length;
  const [published, held, rejected] = [count('published'), count('held'), count('rejected')];
  const { suspended_until: suspendedUntil } = row;
  const record = {
    override: row.standing,
    suspendedUntil,
    vouched: row.vouched ?? false,
    published,
    rejected,
  };
  return {
    id: row.author_id,
    standing: standingOf(record, now),
    suspendedUntil,
    published,
    held,
    rejected,
    firstSeenAt: row.first_seen_at ?? row.created_at,
  };
}

function recentText(row: RecentRow): RecentText {
  return {
    commentId: row.id,
    articleId: row.article_id,
    authorId: row.author_id,
    textHash: BigInt(row.text_hash),
    simHash: row.sim_hash === null ? null : BigInt(row.sim_hash),
    createdAt: row.created_at,
  };
}
