import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { AnnouncementLog } from './announcement-log.js';
import { ArticleChanges } from './article-changes.js';

/** What changes under articles, for those who keep or tell something about them. */
@Module({
  imports: [DatabaseModule],
  providers: [AnnouncementLog, ArticleChanges],
  exports: [AnnouncementLog, ArticleChanges],
})
export class AnnouncementsModule {}
