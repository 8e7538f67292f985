import { Processor, WorkerHost } from '@nestjs/bullmq';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Job, Worker, WorkerOptions } from 'bullmq';
import type { Config } from '#config';
import { withLogContext } from '#logging';
import { workerConnection } from './backend.js';
import { MODERATE_QUEUE, type ModerateJob } from './jobs.js';

/** What a worker does with a job; it may be called twice for the same one. */
export abstract class ModerateHandler {
  abstract moderate(job: ModerateJob): Promise<void>;
}

/** Takes jobs from the queue and passes them to the {@link ModerateHandler}. */
@Injectable()
export class ModerateProcessor
  extends WorkerHost<Worker<ModerateJob, void>>
  implements OnApplicationBootstrap, BeforeApplicationShutdown
{
  private readonly logger = new Logger(ModerateProcessor.name);

  constructor(private readonly handler: ModerateHandler) {
    super();
  }

  process(job: Job<ModerateJob, void>): Promise<void> {
    return withLogContext({ jobId: job.id }, () => this.handler.moderate(job.data));
  }

  onApplicationBootstrap(): void {
    this.worker.on('error', (error) =>
      this.logger.warn(`The queue is out of reach: ${error.message}`),
    );
    this.worker.on('failed', (job, error) =>
      this.logger.warn(`Job ${job?.id ?? 'unknown'} failed: ${error.message}`),
    );
    void this.worker.run();
  }

  /** Lets running jobs end while the database is still open; Nest closes that in a later phase. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}

function workerOptions(config: Config): WorkerOptions {
  return {
    connection: workerConnection(config),
    concurrency: config.WORKER_CONCURRENCY,
    lockDuration: config.JOB_LOCK_MS,
    stalledInterval: config.JOB_LOCK_MS,
    maxStalledCount: 3,
    autorun: false,
  };
}

/** The processor, told by the configuration where its queue is; a decorator alone could only hold constants. */
export function configuredProcessor(config: Config): typeof ModerateProcessor {
  Processor(MODERATE_QUEUE, workerOptions(config))(ModerateProcessor);
  return ModerateProcessor;
}
