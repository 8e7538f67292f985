import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '#announcements';
import { DatabaseModule } from '#database';
import { CountsModule } from './counts.module.js';
import { LiveCounts } from './live-counts.js';
import { UrlCounts } from './url-counts.js';

/** Counts for processes that serve them; those that only audit them need not follow what changes. */
@Module({
  imports: [CountsModule, AnnouncementsModule, DatabaseModule],
  providers: [LiveCounts, UrlCounts],
  exports: [LiveCounts, UrlCounts],
})
export class LiveCountsModule {}
