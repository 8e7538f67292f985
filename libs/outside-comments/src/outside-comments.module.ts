import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { PoliciesModule } from '#policies';
import { OutsideComments } from './outside-comments.service.js';

/** Needs ChecksModule in the process. */
@Module({
  imports: [DatabaseModule, PoliciesModule],
  providers: [OutsideComments],
  exports: [OutsideComments],
})
export class OutsideCommentsModule {}
