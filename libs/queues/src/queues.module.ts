import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import type { Config } from '#config';
import { producerConnection } from './backend.js';
import { MODERATE_QUEUE } from './jobs.js';
import { ModerateQueue } from './moderate-queue.js';
import { configuredProcessor } from './moderate.processor.js';

/** The producer's side, for any process. */
@Module({})
export class QueuesModule {
  static forProducer(config: Config): DynamicModule {
    return {
      module: QueuesModule,
      imports: [
        BullModule.registerQueue({ name: MODERATE_QUEUE, connection: producerConnection(config) }),
      ],
      providers: [ModerateQueue],
      exports: [ModerateQueue],
    };
  }
}

/** The consumer's side: `imports` must export a provider for `ModerateHandler`. */
@Module({})
export class QueueWorkerModule {
  static forRoot(config: Config, imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: QueueWorkerModule,
      imports,
      providers: [configuredProcessor(config)],
    };
  }
}
