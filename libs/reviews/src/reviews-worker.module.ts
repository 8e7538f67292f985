import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { CampaignGrouper } from './campaigns/campaign-grouper.js';
import { EventPruner } from './stream/event-pruner.js';

/** What a worker does for the review queue: groups near-duplicates, forgets old events. */
@Module({
  imports: [DatabaseModule],
  providers: [CampaignGrouper, EventPruner],
  exports: [CampaignGrouper, EventPruner],
})
export class ReviewsWorkerModule {}
