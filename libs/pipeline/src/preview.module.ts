import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { PoliciesModule } from '#policies';
import { PreviewService } from './preview.service.js';

/** The checks for those who only ask; needs no queue. */
@Module({
  imports: [DatabaseModule, PoliciesModule],
  providers: [PreviewService],
  exports: [PreviewService],
})
export class PreviewModule {}
