import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { PoliciesModule } from '#policies';
import { LOAD_CHECKS, type LoadChecks, PreviewService } from './preview.service.js';

/** The checks for those who only ask; needs no queue. */
@Module({})
export class PreviewModule {
  static forRoot(loadChecks: LoadChecks): DynamicModule {
    return {
      module: PreviewModule,
      imports: [DatabaseModule, PoliciesModule],
      providers: [{ provide: LOAD_CHECKS, useValue: loadChecks }, PreviewService],
      exports: [PreviewService],
    };
  }
}
