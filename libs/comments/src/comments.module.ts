import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { PoliciesModule } from '#policies';
import { CommentsService } from './comments.service.js';
import { IntakeService } from './intake.service.js';
import { OutboxBell } from './outbox-bell.js';
import { StatusWatch } from './status-watch.js';

/** Comments for those who post and read them. */
@Module({
  imports: [DatabaseModule, PoliciesModule],
  providers: [CommentsService, IntakeService, OutboxBell, StatusWatch],
  exports: [CommentsService, IntakeService, OutboxBell, StatusWatch],
})
export class CommentsModule {}
