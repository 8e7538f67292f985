import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '#config';
import { DatabaseModule } from '#database';
import { defaultChecks } from '#moderation';
import { PoliciesModule } from '#policies';
import { ModerateHandler, QueuesModule, QueueWorkerModule } from '#queues';
import { CHECKS, ModerateService } from './moderate.service.js';
import { Relay } from './relay.js';
import { Sweeper } from './sweeper.js';

/** What a worker does: relay, check, sweep. */
@Module({})
export class PipelineModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: PipelineModule,
      imports: [QueueWorkerModule.forRoot(config, [HandlerModule.forRoot(config)])],
    };
  }
}

@Module({})
class HandlerModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: HandlerModule,
      imports: [DatabaseModule, PoliciesModule, QueuesModule.forProducer(config)],
      providers: [
        { provide: CHECKS, useFactory: () => defaultChecks({}) },
        { provide: ModerateHandler, useClass: ModerateService },
        Relay,
        Sweeper,
      ],
      exports: [ModerateHandler],
    };
  }
}
