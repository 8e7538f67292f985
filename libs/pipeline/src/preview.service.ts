import { Injectable } from '@nestjs/common';
import { ChecksOnDemand } from '#configured-checks';
import { type CommentPreview, DomainError, type Policy } from '#contract';
import { Database } from '#database';
import { verdict } from '#moderation';
import { PoliciesService } from '#policies';
import { previewOf } from './preview-hint.js';
import { countedIn, type Draft, subjectOf } from './preview-subject.js';
import { contextsOf } from './read-contexts.js';

/** Somebody waits with a finger over the button. */
const TIME_LIMIT_MS = 1000;

/** What the checks think of comments that are not posted. Stores nothing. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly checks: ChecksOnDemand,
  ) {}

  /** @throws DomainError NUDGE_OFF, ARTICLE_CLOSED, COMMENTS_CLOSED, READER_TOKEN_REQUIRED, SERVICE_BUSY */
  async preview(draft: Draft): Promise<CommentPreview> {
    const subject = await subjectOf(this.database, this.policies, draft);
    assertAllowed(subject.policy.policy, draft);
    const context = await this.database.connection(async (session) =>
      (await contextsOf(session, [subject], new Date())).get(subject.row.id),
    );
    if (context === undefined) throw new Error('The database told nothing about a draft.');
    const runs = await this.checks.run(countedIn(context), { atMostMs: TIME_LIMIT_MS });
    // A check that cannot run now may well run by the time the comment is posted.
    const sound = runs.filter(({ error }) => error === null);
    return previewOf(verdict(sound, context));
  }
}

function assertAllowed({ nudge, mode, anonymous }: Policy, { signedIn }: Draft): void {
  if (!nudge) {
    throw new DomainError('NUDGE_OFF', 'The policy does not let readers try comments here.');
  }
  if (mode === 'closed') throw new DomainError('COMMENTS_CLOSED', 'Comments are closed here.');
  if (!anonymous && !signedIn) {
    throw new DomainError(
      'READER_TOKEN_REQUIRED',
      'Only readers whom the site has signed in may comment here.',
    );
  }
}
