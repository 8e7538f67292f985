import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '#config';
import type { Check } from '#moderation';
import { PipelineModule } from '#pipeline';
import { ReviewsWorkerModule } from '#reviews';
import { ApiModule } from '../../api/src/api.module.js';

/** API and worker in one process. */
@Module({})
export class StandaloneModule {
  /** @param checks all that every comment goes through, in order. */
  static forRoot(config: Config, checks: readonly Check[]): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        ApiModule.forRoot(config, () => Promise.resolve(checks)),
        PipelineModule.forRoot(config, checks),
        ReviewsWorkerModule,
      ],
    };
  }
}
