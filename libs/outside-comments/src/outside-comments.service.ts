import { Injectable } from '@nestjs/common';
import { ChecksOnDemand } from '#configured-checks';
import type { Finding, Policy } from '#contract';
import { type Check, type CheckContext, type CheckRun, verdict } from '#moderation';
import { PoliciesService } from '#policies';
import { v7 as uuidv7 } from 'uuid';
import { type BlindedComment, blindedComment } from './blinded-comment.js';
import { memoryCheck } from './memory.check.js';
import { OutsideMemory, type RecallOptions, type Remembered } from './memory.js';
import type { OutsideComment, OutsideSpamScore, OutsideVerdict, Told } from './outside-comment.js';
import { contextOf } from './outside-context.js';
import { runOverSignature, withSignature } from './signature-runs.js';
import { SigningKeys } from './signing-keys.js';

/** The spam model looks at no more than this many comments in an hour. */
const COUNTED_AT_LEAST = 300;

/** Judges comments that other systems keep, by the site's policy and by what is remembered of earlier ones. */
@Injectable()
export class OutsideComments {
  constructor(
    private readonly checks: ChecksOnDemand,
    private readonly policies: PoliciesService,
    private readonly memory: OutsideMemory,
    private readonly signingKeys: SigningKeys,
  ) {}

  /** @throws DomainError SERVICE_BUSY when the checks cannot be loaded */
  async judge(comment: OutsideComment): Promise<OutsideVerdict> {
    const { remember = true, again = false } = comment;
    const fresh = await this.blinded(comment);
    const before = again ? await this.memory.find(fresh) : null;
    const blinded = before === null ? fresh : asBefore(fresh, before);
    const judged = await this.judgeBlinded(comment, blinded, {
      remember: remember && before === null,
      again: before !== null,
    });
    if (remember) await this.memory.settle(blinded, judged);
    return { ...judged, id: blinded.id, told: before?.told ?? null };
  }

  /**
   * Takes down what people say of a comment; one that was never asked about, or is forgotten, is then remembered.
   * @param id of the verdict, if the other system has kept it
   * @returns how probably it was spam when it was judged; `null` where no check gave a score
   */
  async tell(comment: OutsideComment, told: Told, id?: string): Promise<OutsideSpamScore | null> {
    const blinded = await this.blinded(comment);
    const before = await this.memory.find(blinded, id);
    if (before !== null) {
      await this.memory.tell(comment.siteId, before.id, told);
      return before.spam;
    }
    const judged = await this.judgeBlinded(comment, blinded, { remember: false, again: false });
    await this.memory.remember(blinded, told, judged);
    return judged.spam;
  }

  private async blinded(comment: OutsideComment): Promise<BlindedComment> {
    const signingKey = await this.signingKeys.of(comment.siteId);
    return blindedComment(comment, signingKey, { id: uuidv7(), now: new Date() });
  }

  private async judgeBlinded(
    comment: OutsideComment,
    blinded: BlindedComment,
    how: Pick<RecallOptions, 'remember' | 'again'>,
  ): Promise<Omit<OutsideVerdict, 'id' | 'told'>> {
    const policy = await this.policies.current({ siteId: comment.siteId, section: '' });
    const { windowHours, maximumAuthors } = policy.policy.repeat;
    const countUpTo = countedUpTo(policy.policy);
    const recalled = await this.memory.recall(blinded, { windowHours, countUpTo, ...how });
    const context = contextOf({ comment, blinded, policy, recalled });
    const { trapped = false } = comment;
    const remembered = memoryCheck({ comment: blinded, recalled, trapped, maximumAuthors });
    const { status, reason, findings } = verdict(
      await this.run(comment, context, remembered),
      context,
    );
    return { status, reason, findings, spam: spamScoreOf(findings) };
  }

  private async run(
    comment: OutsideComment,
    context: CheckContext,
    remembered: Check,
  ): Promise<CheckRun[]> {
    const [runs, signed] = await Promise.all([
      this.checks.run(context, { besides: [remembered] }),
      runOverSignature(this.checks, context, comment),
    ]);
    return withSignature(runs, signed);
  }
}

function asBefore(comment: BlindedComment, { id, createdAt }: Remembered): BlindedComment {
  return { ...comment, id, createdAt };
}

/** As far as a limit, or the spam model, can tell one number from another. */
function countedUpTo({ flood }: Policy): number {
  const limits = Object.values(flood).flatMap(({ perMinute, perHour }) => [perMinute, perHour]);
  return Math.max(COUNTED_AT_LEAST, ...limits.map((limit) => (limit ?? 0) + 1));
}

function spamScoreOf(findings: readonly Finding[]): OutsideSpamScore | null {
  const [highest] = findings
    .filter(({ label }) => label === 'spam')
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  return highest === undefined || highest.score === null
    ? null
    : { score: highest.score, version: highest.version };
}
