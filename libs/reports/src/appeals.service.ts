import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DomainError } from '#contract';
import { Database, type Session } from '#database';
import { headStartSeconds, languageOf } from '#moderation';
import { PoliciesService, scopeKey } from '#policies';
import { type CommentRef, lockComments, type LockedComment, openReview } from '#transitions';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './reports.sql.js';

/** Somebody waits for an answer, but nobody else sees the comment meanwhile. */
const SEVERITY = 0.2;

interface Rejected {
  body: string;
  section: string;
  published: number;
}

/** What authors say against rejections. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
  ) {}

  /**
   * Asks a moderator for another look at a rejected comment, which stays rejected until then.
   * @throws DomainError COMMENT_NOT_FOUND, COMMENT_NOT_APPEALABLE, ALREADY_APPEALED
   */
  appeal(ref: CommentRef, text: string, by: 'author' | 'site'): Promise<void> {
    return this.database.transaction(async (session) => {
      const [comment] = await lockComments(session, [ref]);
      if (comment === undefined) {
        throw new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
      }
      const rejected = await this.assertAppealable(session, comment);
      await addAppeal(session, comment, text);
      await openReview(session, comment, {
        ...{ kind: 'appealed', label: null, score: null, language: languageOf(rejected.body) },
        headStartSeconds: headStartSeconds({ severity: SEVERITY, published: rejected.published }),
      });
      const { siteId, commentId, revision } = comment;
      await AuditTrail.record(session, [
        {
          ...{ siteId, actor: by, actorId: null, action: 'comment.appealed' },
          subject: { type: 'comment', id: commentId },
          ...{ before: null, after: { revision } },
        },
      ]);
    });
  }

  private async assertAppealable(session: Session, comment: LockedComment): Promise<Rejected> {
    const { siteId, commentId, status } = comment;
    if (status !== 'rejected') {
      throw new DomainError(
        'COMMENT_NOT_APPEALABLE',
        'Only the rejection of a comment can be appealed against.',
      );
    }
    const [rejected] = await session.query<Rejected>(sql.REJECTED, [siteId, commentId]);
    if (rejected === undefined) throw new Error('A locked comment has no article.');
    const scope = { siteId, section: rejected.section };
    const policy = (await this.policies.resolve([scope], session)).get(scopeKey(scope));
    if (policy?.policy.appeals === false) {
      throw new DomainError('COMMENT_NOT_APPEALABLE', 'The site takes no appeals.');
    }
    return rejected;
  }
}

async function addAppeal(
  session: Session,
  { siteId, commentId, revision }: LockedComment,
  text: string,
): Promise<void> {
  const values = [siteId, uuidv7(), commentId, revision, text];
  if ((await session.execute(sql.ADD_APPEAL, values)) > 0) return;
  throw new DomainError('ALREADY_APPEALED', 'A rejection can be appealed against once.');
}
