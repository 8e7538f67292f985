import { Injectable } from '@nestjs/common';
import { DomainError, type ReportReason } from '#contract';
import { Database, type Session } from '#database';
import { headStartSeconds, languageOf, reporterWeight, type ReporterRecord } from '#moderation';
import { PoliciesService, scopeKey } from '#policies';
import { lockComments, type LockedComment, moveComments } from '#transitions';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './reports.sql.js';

/** Who reports. */
export interface Reporter {
  /** Equal for the same reader: the blinded address, or the blinded identity that the site vouches for. */
  key: Buffer;
  /** Who it is to the site, as its comments name their authors; `null` for readers that it does not name. */
  identity: string | null;
  /** Whether they hold the comment's author token. */
  isAuthor: boolean;
}

/** A report on its way in. */
export interface SubmittedReport {
  siteId: string;
  commentId: string;
  reporter: Reporter;
  reason: ReportReason;
  detail: string | null;
}

/** More than anybody reads and minds within an hour. */
const MOST_PER_HOUR = 30;
const HOUR_SECONDS = 3600;
/** Several readers minded it: worse than what one check thinks, better than what checks are sure of. */
const SEVERITY = 0.7;
/** Weights are stored with seven digits: three thirds are a one. */
const ROUNDING = 1e-6;

interface Subject {
  body: string;
  section: string;
  published: number;
  own: boolean;
  repeated: boolean;
}

/** What readers say about comments. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
  ) {}

  /**
   * Takes a report; the one that reaches the policy's threshold sends the comment back to review.
   * Reports of one comment take turns, so that exactly one of them does.
   * @returns false when the reader had reported it before, which changes nothing
   * @throws DomainError COMMENT_NOT_FOUND, COMMENT_NOT_REPORTABLE, OWN_COMMENT, TOO_MANY_REPORTS
   */
  report(report: SubmittedReport): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const [comment] = await lockComments(session, [report]);
      if (comment === undefined) {
        throw new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
      }
      const subject = await readSubject(session, report);
      if (subject.repeated) return false;
      assertReportable(comment, subject, report.reporter);
      await addReport(session, comment, report);
      await this.holdIfReached(session, comment, subject);
      return true;
    });
  }

  private async holdIfReached(
    session: Session,
    comment: LockedComment,
    { body, section, published }: Subject,
  ): Promise<void> {
    const { siteId, commentId, revision } = comment;
    const scope = { siteId, section };
    const policy = (await this.policies.resolve([scope], session)).get(scopeKey(scope));
    const threshold = policy?.policy.reports.threshold ?? null;
    const [open] = await session.query<{ count: number; weight: number }>(sql.OPEN, [
      siteId,
      commentId,
    ]);
    if (open === undefined || threshold === null || open.weight < threshold - ROUNDING) return;
    await moveComments(session, [
      {
        ...{ comment, to: 'held', revision, actor: 'report', actorId: null },
        ...{ reason: 'REPORTED', details: { reports: open.count }, findings: [] },
        ...{ policyVersion: policy?.version ?? null, recheckAfter: null, rechecks: 0 },
        review: {
          ...{ kind: 'reported', label: null, score: null, language: languageOf(body) },
          headStartSeconds: headStartSeconds({ severity: SEVERITY, published }),
        },
      },
    ]);
  }
}

async function readSubject(
  session: Session,
  { siteId, commentId, reporter }: SubmittedReport,
): Promise<Subject> {
  const values = [siteId, commentId, reporter.key, reporter.identity];
  const [subject] = await session.query<Subject>(sql.SUBJECT, values);
  if (subject === undefined) throw new Error('A locked comment has no article.');
  return subject;
}

function assertReportable(
  { status }: LockedComment,
  { own }: Subject,
  { isAuthor }: Reporter,
): void {
  if (own || isAuthor) {
    throw new DomainError('OWN_COMMENT', 'This comment is the reporter’s own.');
  }
  if (status !== 'published') {
    throw new DomainError('COMMENT_NOT_REPORTABLE', 'Only published comments can be reported.');
  }
}

async function addReport(
  session: Session,
  { siteId, commentId, revision }: LockedComment,
  { reporter, reason, detail }: SubmittedReport,
): Promise<void> {
  const [record] = await session.query<ReporterRecord & { lastHour: number }>(sql.RECORD, [
    siteId,
    reporter.key,
  ]);
  const { right = 0, wrong = 0, lastHour = 0 } = record ?? {};
  if (lastHour >= MOST_PER_HOUR) {
    const message = `A reader can report ${MOST_PER_HOUR} comments within an hour.`;
    throw new DomainError('TOO_MANY_REPORTS', message, undefined, HOUR_SECONDS);
  }
  await session.execute(sql.ADD_REPORT, [
    ...[siteId, uuidv7(), commentId, revision, reporter.key, reason, detail],
    reporterWeight({ right, wrong }),
  ]);
}
