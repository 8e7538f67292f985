import type {
  AuthorSummary,
  ReportSummary,
  ReviewComment,
  ReviewItem,
  ReviewNote,
  ReviewRejection,
} from '#contract';
import { summarizeAuthors } from '#authors';
import type { Session } from '#database';
import { type Appeal, readAppeals, summarizeReports } from '#reports';
import type { ItemRef } from '../item-ref.js';
import { moderatorName } from '../moderator-name.js';
import { explainItem } from './explain-item.js';
import { type ItemRow, readItemRows } from './item-rows.js';
import { readLatestNotes } from './read-latest-notes.js';
import { readRejections } from './read-rejections.js';
import { readReviewComments } from './read-review-comments.js';

/** What does not stand in the rows of the items themselves, by ids of comments and authors. */
interface Beside {
  comments: Map<string, ReviewComment>;
  authors: Map<string, AuthorSummary>;
  reports: Map<string, ReportSummary>;
  appeals: Map<string, Appeal>;
  rejections: Map<string, ReviewRejection>;
  notes: Map<string, ReviewNote[]>;
}

/** How long after a decision its maker may take it back, and when that is asked. */
export interface UndoWindow {
  seconds: number;
  now: Date;
}

/** Items with all that a card shows, in the order asked for; a handful of statements however many there are. */
export async function presentItems(
  session: Session,
  refs: readonly ItemRef[],
  undo: UndoWindow,
): Promise<ReviewItem[]> {
  const rows = await readItemRows(session, refs);
  const beside = await readBeside(session, rows);
  return rows.flatMap((row) => {
    const comment = beside.comments.get(row.comment_id);
    return comment === undefined ? [] : [itemOf(row, comment, beside, undo)];
  });
}

async function readBeside(session: Session, rows: ItemRow[]): Promise<Beside> {
  const refs = rows.map((row) => ({ siteId: row.site_id, commentId: row.comment_id }));
  const signed = rows.flatMap(({ site_id: siteId, author_id: authorId }) =>
    authorId === null ? [] : [{ siteId, authorId }],
  );
  // As it was when the item was opened; an edit closes it.
  const languages = new Map(rows.map((row) => [row.comment_id, row.language]));
  const appealed = rows
    .filter(({ kind }) => kind === 'appealed')
    .map(({ site_id: siteId, comment_id: commentId, opened_at: openedAt }) => {
      return { siteId, commentId, openedAt };
    });
  // Sent together: none depends on another.
  const [comments, authors, reports, appeals, rejections, notes] = await Promise.all([
    readReviewComments(session, refs, languages),
    summarizeAuthors(session, signed),
    summarizeReports(session, refs),
    readAppeals(session, refs),
    readRejections(session, appealed),
    readLatestNotes(session, refs),
  ]);
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return { comments: byId, authors, reports, appeals, rejections, notes };
}

function itemOf(
  row: ItemRow,
  comment: ReviewComment,
  { authors, reports, appeals, rejections, notes }: Beside,
  undo: UndoWindow,
): ReviewItem {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    comment,
    author: authors.get(row.author_id ?? '') ?? null,
    reason: row.reason,
    details: row.details,
    label: row.label,
    score: scoreOf(row),
    policyVersion: row.policy_version,
    ...explainItem(row, comment),
    reports: reports.get(row.comment_id) ?? null,
    appeal: appeals.get(row.comment_id) ?? null,
    rejection: row.kind === 'appealed' ? (rejections.get(row.comment_id) ?? null) : null,
    notes: notes.get(row.comment_id) ?? [],
    campaign: campaignOf(row),
    claim: claimOf(row),
    decision: decisionOf(row, undo),
    openedAt: row.opened_at.toISOString(),
  };
}

/** Stored with seven digits; more would be noise. */
function scoreOf({ score }: ItemRow): number | null {
  return score === null ? null : Number(score.toPrecision(6));
}

/** One that is left alone of its campaign is none. */
function campaignOf(row: ItemRow): ReviewItem['campaign'] {
  const { campaign_id: id, campaign_size: size } = row;
  return id !== null && size !== null && size > 1 ? { id, size } : null;
}

function claimOf(row: ItemRow): ReviewItem['claim'] {
  if (row.claimed_by === null || row.claimed_name === null || row.claimed_until === null)
    return null;
  return {
    by: { id: row.claimed_by, name: row.claimed_name },
    until: row.claimed_until.toISOString(),
  };
}

function decisionOf(row: ItemRow, undo: UndoWindow): ReviewItem['decision'] {
  if (row.action === null || row.closed_at === null) return null;
  const until = new Date(row.closed_at.getTime() + undo.seconds * 1000);
  const { reject_reason_id: reasonId, reject_reason_title: title } = row;
  return {
    batchId: row.batch_id,
    action: row.action,
    by: moderatorName(row.decided_by, row.decided_name),
    reason: reasonId === null || title === null ? null : { id: reasonId, title },
    at: row.closed_at.toISOString(),
    undoableUntil: row.batch_id !== null && until > undo.now ? until.toISOString() : null,
  };
}
