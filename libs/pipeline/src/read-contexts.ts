import type { Policy } from '#contract';
import type { Session } from '#database';
import type { CheckContext } from '#moderation';
import { contextOf, type RateRow, type RecentRow, type Subject } from './comment-context.js';
import * as sql from './gather.sql.js';

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
