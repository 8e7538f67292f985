import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '#config';
import { DatabaseModule } from '#database';
import type { Check } from '#moderation';
import { PoliciesModule } from '#policies';
import { ModerateHandler, QueuesModule, QueueWorkerModule } from '#queues';
import { CHECKS, ModerateService } from './moderate.service.js';
import { Relay } from './relay.js';
import { Sweeper } from './sweeper.js';

/** What a worker does: relay, check, sweep. */
@Module({})
export class PipelineModule {
  /** @param checks all that every comment goes through, in order. */
  static forRoot(config: Config, checks: readonly Check[]): DynamicModule {
    return {
      module: PipelineModule,
      imports: [QueueWorkerModule.forRoot(config, [HandlerModule.forRoot(config, checks)])],
    };
  }
}

@Module({})
class HandlerModule {
  static forRoot(config: Config, checks: readonly Check[]): DynamicModule {
    return {
      module: HandlerModule,
      imports: [DatabaseModule, PoliciesModule, QueuesModule.forProducer(config)],
      providers: [
        { provide: CHECKS, useValue: checks },
        { provide: ModerateHandler, useClass: ModerateService },
        Relay,
        Sweeper,
      ],
      exports: [ModerateHandler],
    };
  }
}
