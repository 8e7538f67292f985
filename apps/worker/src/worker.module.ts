import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, ConfigModule } from '#config';
import { DatabaseModule } from '#database';
import { PipelineModule } from '#pipeline';
import { Heartbeat } from './heartbeat.js';
import { SchemaGate } from './schema-gate.js';

/** A process that checks comments and answers no HTTP. */
@Module({})
export class WorkerModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ConfigModule.forRoot(config), DatabaseModule, PipelineModule.forRoot(config)],
      providers: [SchemaGate, Heartbeat],
    };
  }
}
