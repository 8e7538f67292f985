import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import {
  type CommentDecision,
  type CommentDetail,
  type CommentStatus,
  DomainError,
} from '#contract';
import { Database, type Session } from '#database';
import { fingerprint } from '#moderation';
import { PoliciesService, scopeKey } from '#policies';
import { lockComments, type LockedComment, moveComments } from '#transitions';
import {
  type DecisionRow,
  decisionOf,
  findingsOf,
  type FoundRow,
  type QuotedText,
  viewOf,
} from './comment-rows.js';
import * as sql from './comments.sql.js';
import { OutboxBell } from './outbox-bell.js';
import type { SubmittedAuthor } from './submission.js';

/** Who asks for a change: the comment's author, or the site's own server. */
export type Changer = 'author' | 'site';

/** Single comments: read, edit, delete. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly bell: OutboxBell,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError COMMENT_NOT_FOUND */
  async find(siteId: string, id: string): Promise<Omit<CommentDetail, 'decision' | 'findings'>> {
    const [row] = await this.database.query<FoundRow>(sql.FIND, [siteId, id]);
    if (row === undefined) throw notFound();
    return viewOf(row);
  }

  /** The latest decision with its reasons, and the findings of the latest verdict. */
  async findDecision(
    siteId: string,
    comment: Pick<CommentDetail, 'id'> & QuotedText,
  ): Promise<{ decision: CommentDecision | null } & Pick<CommentDetail, 'findings'>> {
    const [row] = await this.database.query<DecisionRow>(sql.DECISION, [siteId, comment.id]);
    if (row === undefined) return { decision: null, findings: [] };
    return { decision: decisionOf(row, comment), findings: findingsOf(row) };
  }

  /** @throws DomainError COMMENT_NOT_FOUND */
  async status(siteId: string, id: string): Promise<{ status: CommentStatus; revision: number }> {
    const [row] = await this.database.query<{ status: CommentStatus; revision: number }>(
      sql.STATUS,
      [siteId, id],
    );
    if (row === undefined) throw notFound();
    return row;
  }

  /** Whether the comment was written by the author with this identity; not once it is deleted. */
  async isBy(
    siteId: string,
    id: string,
    { identity, vouched }: Pick<SubmittedAuthor, 'identity' | 'vouched'>,
  ): Promise<boolean> {
    const rows = await this.database.query(sql.IS_BY, [siteId, id, identity, vouched]);
    return rows.length > 0;
  }

  /**
   * Makes a new revision, which is pending until it has been checked.
   * @throws DomainError COMMENT_NOT_FOUND, COMMENT_NOT_EDITABLE, EDIT_WINDOW_OVER
   */
  async edit(siteId: string, id: string, body: string, by: Changer): Promise<void> {
    await this.database.transaction(async (session) => {
      const comment = await lock(session, siteId, id);
      await this.assertEditable(session, comment, by);
      const revision = comment.revision + 1;
      await moveComments(session, [
        { ...unexplained(comment, by), to: 'pending', revision, reason: 'EDITED' },
      ]);
      const { textHash, simHash, bands } = fingerprint(body);
      await session.execute(sql.EDIT, [
        siteId,
        id,
        revision,
        body,
        textHash,
        simHash,
        bands.length === 0 ? null : bands,
        this.config.SWEEP_AFTER_MS,
      ]);
    });
    this.bell.ring();
  }

  /** Deletes for good: the text is erased. Deleting again changes nothing. @throws DomainError COMMENT_NOT_FOUND */
  async remove(siteId: string, id: string, by: Changer): Promise<void> {
    await this.database.transaction(async (session) => {
      const comment = await lock(session, siteId, id);
      if (comment.status === 'deleted') return;
      const { revision } = comment;
      await moveComments(session, [
        { ...unexplained(comment, by), to: 'deleted', revision, reason: 'DELETED' },
      ]);
      await session.execute(sql.ERASE, [siteId, id]);
    });
    this.bell.ring();
  }

  private async assertEditable(
    session: Session,
    comment: LockedComment,
    by: Changer,
  ): Promise<void> {
    if (comment.status === 'deleted' || comment.status === 'rejected') {
      throw new DomainError(
        'COMMENT_NOT_EDITABLE',
        `A ${comment.status} comment cannot be edited.`,
      );
    }
    if (by === 'site') return;
    const [row] = await session.query<{ section: string }>(sql.SECTION, [
      comment.siteId,
      comment.articleId,
    ]);
    const scope = { siteId: comment.siteId, section: row?.section ?? '' };
    // In the same session: a second connection, asked for while holding one, could be waited for forever.
    const policy = (await this.policies.resolve([scope], session)).get(scopeKey(scope))?.policy;
    if (policy === undefined) throw new Error('There is no policy for the article.');
    const age = (Date.now() - comment.createdAt.getTime()) / 1000;
    if (age > policy.editWindowSeconds) {
      throw new DomainError(
        'EDIT_WINDOW_OVER',
        `A comment can be edited for ${policy.editWindowSeconds} seconds after it was posted.`,
      );
    }
  }
}

function notFound(): DomainError {
  return new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
}

async function lock(session: Session, siteId: string, commentId: string): Promise<LockedComment> {
  const [comment] = await lockComments(session, [{ siteId, commentId }]);
  if (comment === undefined) throw notFound();
  return comment;
}

/** The parts of a move that only checks and moderators have something to say about. */
function unexplained(comment: LockedComment, actor: Changer) {
  return {
    comment,
    actor,
    actorId: null,
    details: {},
    findings: [],
    policyVersion: null,
    recheckAfter: null,
    rechecks: 0,
  };
}
