import { Inject, Injectable, Logger } from '@nestjs/common';
import { Batcher } from '#batching';
import { CONFIG, type Config } from '#config';
import { runTimed } from '#configured-checks';
import { Database } from '#database';
import { type Check, verdict } from '#moderation';
import { PoliciesService } from '#policies';
import { ModerateHandler, type ModerateJob } from '#queues';
import { lockComments, moveComments } from '#transitions';
import { gather, type Gathered } from './gather.js';
import { type Judged, moveOf, settleRechecks } from './judged.js';
import { Relay } from './relay.js';
import { reviewOf } from './review-of.js';
import { isSameStanding, readStandings } from './set-standings.js';

/** Injection token of the ordered list of checks. */
export const CHECKS = Symbol('CHECKS');

const BATCH = { size: 50, parallel: 2 };

/**
 * Checks comments and writes their verdicts. Jobs that come at the same time share their
 * statements and their commit; each still stands or falls with its own comment.
 */
@Injectable()
export class ModerateService extends ModerateHandler {
  private readonly logger = new Logger(ModerateService.name);
  private readonly batcher: Batcher<ModerateJob, null>;

  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly relay: Relay,
    @Inject(CHECKS) private readonly checks: readonly Check[],
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
    this.batcher = new Batcher<ModerateJob, null>((jobs) => this.runBatch(jobs), {
      ...BATCH,
      capacity: Number.MAX_SAFE_INTEGER,
      full: () => new Error('unreachable'),
    });
  }

  /** Resolves once the verdict is committed, or when the comment no longer waits for one. */
  async moderate(job: ModerateJob): Promise<void> {
    await this.batcher.submit(job);
  }

  private async runBatch(jobs: ModerateJob[]): Promise<(null | Error)[]> {
    try {
      await this.run(jobs);
      return jobs.map(() => null);
    } catch (error) {
      if (jobs.length === 1) throw error;
      this.logger.warn(
        `A batch of ${jobs.length} failed, its comments are tried one by one: ${(error as Error).message}`,
      );
      return this.oneByOne(jobs);
    }
  }

  /** One comment that cannot be written must not keep the others of its batch from their verdicts. */
  private async oneByOne(jobs: ModerateJob[]): Promise<(null | Error)[]> {
    const results: (null | Error)[] = [];
    for (const job of jobs) {
      results.push(
        await this.run([job]).then(
          () => null,
          (error: unknown) => error as Error,
        ),
      );
    }
    return results;
  }

  /** Those whose author was banned, or anything like it, while they were looked at are judged once more. */
  private async run(jobs: ModerateJob[]): Promise<void> {
    for (let left = jobs; left.length > 0;) left = await this.settle(left);
  }

  /** Gives the jobs that are to be judged anew. */
  private async settle(jobs: ModerateJob[]): Promise<ModerateJob[]> {
    const gathered = await this.database.connection((session) =>
      gather(session, this.policies, jobs, new Date()),
    );
    const judged = await Promise.all(gathered.map((one) => this.judge(one)));
    if (judged.length === 0) return [];
    const stale = await this.write(judged);
    this.relay.wake();
    return stale.map(({ job }) => job);
  }

  private async judge(gathered: Gathered): Promise<Judged> {
    const { job, policy, context, seen } = gathered;
    const judgment = verdict(await runTimed(this.config, this.checks, context), context);
    const review = reviewOf(judgment, gathered);
    return { job, policyVersion: policy.version, verdict: judgment, review, seen };
  }

  /**
   * A job may be run by two workers, or after the comment was edited: what is written is decided by
   * the row once it is locked, never by what was read before. The same goes for what is set about
   * its author: whoever rejects what waits of somebody takes these locks too, after the ban is
   * committed, and so either finds the verdict or is seen by it.
   * @returns those that are not written, because what is set about their author has changed
   */
  private write(judged: Judged[]): Promise<Judged[]> {
    return this.database.transaction(async (session) => {
      const jobs = judged.map(({ job }) => job);
      // Sent together, run in this order: standings are read once the locks are held.
      const [locked, standings] = await Promise.all([
        lockComments(session, jobs),
        readStandings(session, jobs),
      ]);
      const isStale = ({ job, seen }: Judged): boolean =>
        !isSameStanding(standings.get(job.commentId), seen);
      const fresh = judged.filter((one) => !isStale(one));
      const byId = new Map(locked.map((comment) => [comment.commentId, comment]));
      await moveComments(
        session,
        fresh.flatMap((one) => moveOf(one, byId.get(one.job.commentId)) ?? []),
      );
      await settleRechecks(session, fresh);
      return judged.filter(isStale);
    });
  }
}
