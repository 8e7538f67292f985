import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, ConfigModule } from '#config';
import { DatabaseModule } from '#database';
import type { Check } from '#moderation';
import { PipelineModule } from '#pipeline';
import { ReviewsWorkerModule } from '#reviews';
import { Heartbeat } from './heartbeat.js';
import { SchemaGate } from './schema-gate.js';

/** A process that checks comments and answers no HTTP. */
@Module({})
export class WorkerModule {
  /** @param checks all that every comment goes through, in order. */
  static forRoot(config: Config, checks: readonly Check[]): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule,
        PipelineModule.forRoot(config, checks),
        ReviewsWorkerModule,
      ],
      providers: [SchemaGate, Heartbeat],
    };
  }
}
