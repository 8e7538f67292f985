import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '#announcements';
import { LiveCountsModule } from '#counts';
import { LimitsModule } from '#limits';
import { ReadersModule } from '#readers';
import { SitesModule } from '#sites';
import { ThreadsModule } from '#threads';
import { CountsController } from '../counts/counts.controller.js';
import { KeptAnswers } from '../counts/kept-answers.js';
import { EventStreamsModule } from '../event-streams/event-streams.module.js';
import { PlacementController } from '../reactions/placement.controller.js';
import { ReactionsController } from '../reactions/reactions.controller.js';
import { OpenStreams } from '../streams/open-streams.js';
import { StreamPermits } from '../streams/stream-permits.js';
import { StreamsController } from '../streams/streams.controller.js';
import { ThreadPages } from '../threads/thread-pages.js';
import { ThreadsController } from '../threads/threads.controller.js';

/** What readers read and react to: threads, counts, and both as they change. */
@Module({
  imports: [
    AnnouncementsModule,
    EventStreamsModule,
    LimitsModule,
    LiveCountsModule,
    ReadersModule,
    SitesModule,
    ThreadsModule,
  ],
  controllers: [
    CountsController,
    PlacementController,
    ReactionsController,
    StreamsController,
    ThreadsController,
  ],
  providers: [KeptAnswers, OpenStreams, StreamPermits, ThreadPages],
})
export class ReadingModule {}
