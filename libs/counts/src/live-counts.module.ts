import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '#announcements';
import { CountsModule } from './counts.module.js';
import { LiveCounts } from './live-counts.js';

/** Counts for processes that serve them; those that only audit them need not follow what changes. */
@Module({
  imports: [CountsModule, AnnouncementsModule],
  providers: [LiveCounts],
  exports: [LiveCounts],
})
export class LiveCountsModule {}
