import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { ChecksOnDemand } from '#configured-checks';
import { type CheckContext, loneTextContext, runChecks, verdict } from '#moderation';
import { PoliciesService } from '#policies';
import { v7 as uuidv7 } from 'uuid';
import type { OutsideComment, OutsideVerdict } from './outside-comment.js';

/** Judges comments that other systems keep, by the site's policy. */
@Injectable()
export class OutsideComments {
  constructor(
    private readonly checks: ChecksOnDemand,
    private readonly policies: PoliciesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError SERVICE_BUSY when the checks cannot be loaded */
  async judge(comment: OutsideComment): Promise<OutsideVerdict> {
    const context = await this.contextOf(comment);
    const runs = await runChecks(await this.checks.get(), context, {
      clock: () => performance.now(),
      timeLimitMs: this.config.CHECK_TIME_LIMIT_MS,
    });
    const { status, reason, findings } = verdict(runs, context);
    return { id: uuidv7(), status, reason, findings };
  }

  private async contextOf(comment: OutsideComment): Promise<CheckContext> {
    const { policy, words } = await this.policies.current({ siteId: comment.siteId, section: '' });
    const { body, language } = comment;
    const context = loneTextContext({ body, ...(language && { language }) }, new Date());
    return { ...context, policy, words };
  }
}
