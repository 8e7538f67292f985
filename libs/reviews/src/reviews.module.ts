import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { DatabaseModule } from '#database';
import { CampaignsService } from './campaigns/campaigns.service.js';
import { ClaimsService } from './claims/claims.service.js';
import { DecisionsService } from './decide/decisions.service.js';
import { UndoService } from './decide/undo.service.js';
import { ReviewsService } from './reviews.service.js';
import { EventFeed } from './stream/event-feed.js';
import { ReviewBell } from './stream/review-bell.js';

/** The review queue for those who clear it. */
@Module({
  imports: [AccountsModule, DatabaseModule],
  providers: [
    ReviewsService,
    ClaimsService,
    DecisionsService,
    UndoService,
    CampaignsService,
    EventFeed,
    ReviewBell,
  ],
  exports: [
    ReviewsService,
    ClaimsService,
    DecisionsService,
    UndoService,
    CampaignsService,
    EventFeed,
    ReviewBell,
  ],
})
export class ReviewsModule {}
