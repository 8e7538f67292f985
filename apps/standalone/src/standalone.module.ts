import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '#config';
import { PipelineModule } from '#pipeline';
import { ApiModule } from '../../api/src/api.module.js';

/** API and worker in one process. */
@Module({})
export class StandaloneModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [ApiModule.forRoot(config), PipelineModule.forRoot(config)],
    };
  }
}
