import type { Policy, SetStanding } from '#contract';
import type { Session } from '#database';
import { type CheckContext, type RecentText, standingOf } from '#moderation';
import { type PoliciesService, scopeKey, type VersionedPolicy } from '#policies';
import type { ModerateJob } from '#queues';
import * as sql from './gather.sql.js';
import type { SeenStanding } from './set-standings.js';

/** A comment with all that its checks look at. */
export interface Gathered {
  job: ModerateJob;
  policy: VersionedPolicy;
  context: CheckContext;
  /** How many comments are published under its article. */
  published: number;
  seen: SeenStanding;
}

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

interface RecentRow {
  of: string;
  id: string;
  article_id: string;
  author_id: string | null;
  text_hash: string;
  sim_hash: string | null;
  created_at: Date;
  status?: 'pending' | 'published' | 'held' | 'rejected';
}

type RateRow = { of: string } & Record<
  `${'author' | 'address' | 'article'}_${'minute' | 'hour'}`,
  number
>;

/** A comment and the policy that it is judged by. */
export interface Subject {
  row: CommentRow;
  policy: VersionedPolicy;
}

/**
 * Reads the contexts of many comments with a handful of statements. Comments that no longer wait
 * for the job (edited, deleted, decided) are not among the answers.
 */
export async function gather(
  session: Session,
  policies: PoliciesService,
  jobs: ModerateJob[],
  now: Date,
): Promise<Gathered[]> {
  const subjects = await readSubjects(session, policies, jobs);
  const contexts = await contextsOf(session, subjects, now);
  const jobOf = new Map(jobs.map((job) => [job.commentId, job]));
  return subjects.flatMap(({ row, policy }) => {
    const [job, context] = [jobOf.get(row.id), contexts.get(row.id)];
    if (job === undefined || context === undefined) return [];
    const seen = { standing: row.standing, suspendedUntil: row.suspended_until };
    return [{ job, policy, context, published: row.published_count, seen }];
  });
}

/** What the checks look at, by the comments' ids; the comments themselves need not be stored. */
export async function contextsOf(
  session: Session,
  subjects: Subject[],
  now: Date,
): Promise<Map<string, CheckContext>> {
  if (subjects.length === 0) return new Map();
  // Sent together: none depends on another.
  const [history, same, similar, rates] = await Promise.all([
    readHistory(session, subjects),
    readSame(session, subjects),
    readSimilar(session, subjects),
    readRates(session, subjects),
  ]);
  const historyOf = groupByComment(history);
  const othersOf = groupByComment([...same, ...similar]);
  const rateOf = new Map(rates.map((rate) => [rate.of, rate]));
  return new Map(
    subjects.flatMap((subject) => {
      const { id } = subject.row;
      const rate = rateOf.get(id);
      if (rate === undefined) return [];
      const [own, others] = [historyOf.get(id) ?? [], othersOf.get(id) ?? []];
      return [[id, contextOf(subject, own, others, rate, now)]];
    }),
  );
}

async function readSubjects(
  session: Session,
  policies: PoliciesService,
  jobs: ModerateJob[],
): Promise<Subject[]> {
  const rows = await session.query<CommentRow>(sql.COMMENTS, [
    jobs.map(({ siteId }) => siteId),
    jobs.map(({ commentId }) => commentId),
    jobs.map(({ revision }) => revision),
    jobs.map(({ recheck }) => recheck),
  ]);
  if (rows.length === 0) return [];
  const scopes = rows.map(({ site_id: siteId, section }) => ({ siteId, section }));
  const resolved = await policies.resolve(scopes, session);
  return rows.map((row) => {
    const policy = resolved.get(scopeKey({ siteId: row.site_id, section: row.section }));
    if (policy === undefined) throw new Error('There is no policy for a comment.');
    return { row, policy };
  });
}

function readHistory(session: Session, subjects: Subject[]): Promise<RecentRow[]> {
  return session.query<RecentRow>(sql.HISTORY, authored(subjects));
}

function readSame(session: Session, subjects: Subject[]): Promise<RecentRow[]> {
  return session.query<RecentRow>(sql.SAME, [
    ...authored(subjects),
    subjects.map(({ row }) => row.text_hash),
    subjects.map(({ policy }) => policy.policy.repeat.windowHours),
  ]);
}

async function readSimilar(session: Session, all: Subject[]): Promise<RecentRow[]> {
  const subjects = all.filter(({ row }) => row.bands !== null);
  if (subjects.length === 0) return [];
  return session.query<RecentRow>(sql.SIMILAR, [
    ...authored(subjects),
    subjects.map(({ row }) => `{${(row.bands ?? []).join(',')}}`),
    subjects.map(({ policy }) => policy.policy.repeat.windowHours),
    subjects.map(({ row }) => row.text_hash),
  ]);
}

/** Where the policy has no limit nothing is counted: under a busy article an hour holds thousands of comments. */
function readRates(session: Session, subjects: Subject[]): Promise<RateRow[]> {
  const limited = (kind: keyof Policy['flood'], { policy }: Subject): boolean => {
    const { perMinute, perHour } = policy.policy.flood[kind];
    return perMinute !== null || perHour !== null;
  };
  return session.query<RateRow>(sql.RATES, [
    subjects.map(({ row }) => row.site_id),
    subjects.map(({ row }) => row.id),
    subjects.map(({ row }) => row.created_exactly),
    subjects.map((subject) => (limited('author', subject) ? subject.row.author_id : null)),
    subjects.map((subject) => (limited('address', subject) ? subject.row.address_hash : null)),
    subjects.map((subject) => (limited('article', subject) ? subject.row.article_id : null)),
  ]);
}

function authored(subjects: Subject[]): unknown[] {
  return [
    subjects.map(({ row }) => row.site_id),
    subjects.map(({ row }) => row.id),
    subjects.map(({ row }) => row.author_id),
    subjects.map(({ row }) => row.created_exactly),
  ];
}

function groupByComment<Row extends { of: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.of);
    if (group === undefined) groups.set(row.of, [row]);
    else group.push(row);
  }
  return groups;
}

function contextOf(
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
