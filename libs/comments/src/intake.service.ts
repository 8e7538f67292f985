import { Inject, Injectable } from '@nestjs/common';
import { Batcher } from '#batching';
import { CONFIG, type Config } from '#config';
import { DomainError } from '#contract';
import { Database } from '#database';
import { PoliciesService } from '#policies';
import { IntakeBatch } from './intake-batch.js';
import { OutboxBell } from './outbox-bell.js';
import type { Accepted, Submission } from './submission.js';

const BATCH = { size: 100, parallel: 3, capacity: 5000 };

/** SQLSTATE classes that mean: this data, in this statement; the transaction was certainly rolled back. */
const DATA_ERRORS = /^(22|23)/;

/** Takes comments in: when `submit` resolves, the comment and its outbox mark are committed. */
@Injectable()
export class IntakeService {
  private readonly batcher = new Batcher<Submission, Accepted>((batch) => this.commit(batch), {
    ...BATCH,
    full: () =>
      new DomainError('SERVICE_BUSY', 'Too many comments are on their way in; try again.'),
  });

  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly bell: OutboxBell,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws DomainError when the article or the site takes no comments, the parent cannot be replied
   * to, the idempotency key was used for another request, or too many comments wait.
   */
  submit(submission: Submission): Promise<Accepted> {
    return this.batcher.submit(submission);
  }

  private async commit(batch: Submission[]): Promise<(Accepted | Error)[]> {
    try {
      return await this.transaction(batch);
    } catch (error) {
      // One comment that Postgres refuses must not take the others of its batch along.
      if (batch.length === 1 || !DATA_ERRORS.test((error as { code?: string }).code ?? ''))
        throw error;
      return Promise.all(batch.map((one) => this.alone(one)));
    }
  }

  private async transaction(batch: Submission[]): Promise<(Accepted | Error)[]> {
    const results = await this.database.transaction((session) =>
      new IntakeBatch(session, this.policies, this.config.SWEEP_AFTER_MS).run(batch),
    );
    this.bell.ring();
    return results;
  }

  private async alone(submission: Submission): Promise<Accepted | Error> {
    try {
      const [result] = await this.transaction([submission]);
      return result ?? new Error('The batch of one gave no answer.');
    } catch (error) {
      return error as Error;
    }
  }
}
