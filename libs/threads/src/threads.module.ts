import { Module } from '@nestjs/common';
import { CommentsModule } from '#comments';
import { DatabaseModule } from '#database';
import { PoliciesModule } from '#policies';
import { OwnComments } from './own-comments.js';
import { PlacementService } from './placement.service.js';
import { ReactionsService } from './reactions.service.js';
import { ThreadsService } from './threads.service.js';

/** Comments under an article, as readers see them and react to them. */
@Module({
  imports: [CommentsModule, DatabaseModule, PoliciesModule],
  providers: [OwnComments, PlacementService, ReactionsService, ThreadsService],
  exports: [PlacementService, ReactionsService, ThreadsService],
})
export class ThreadsModule {}
