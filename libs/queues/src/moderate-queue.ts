import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';
import { jobId, MODERATE_QUEUE, type ModerateJob } from './jobs.js';

/**
 * A finished job is removed: a kept one would silently swallow a later job with the same id. What
 * fails for good is found by the sweeper, which looks at comments and not at jobs.
 */
const OPTIONS: JobsOptions = {
  attempts: 4,
  backoff: { type: 'exponential', delay: 250 },
  removeOnComplete: true,
  removeOnFail: true,
};

/** The producer's side of the queue of comments that wait for their checks. */
@Injectable()
export class ModerateQueue implements OnModuleInit {
  private readonly logger = new Logger(ModerateQueue.name);

  constructor(@InjectQueue(MODERATE_QUEUE) private readonly queue: Queue<ModerateJob, void>) {}

  onModuleInit(): void {
    // Without a listener a lost connection would end the process; it comes back by itself.
    this.queue.on('error', (error) =>
      this.logger.warn(`The queue is out of reach: ${error.message}`),
    );
  }

  /** Hands the jobs in; those that are queued already are left as they are. Rejects at once when the queue is down. */
  async add(jobs: ModerateJob[]): Promise<void> {
    await this.queue.addBulk(
      jobs.map((data) => ({ name: 'moderate', data, opts: { ...OPTIONS, jobId: jobId(data) } })),
    );
  }

  /** How many jobs wait or run; rejects when the queue is down. */
  async depth(): Promise<number> {
    return this.queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized');
  }
}
