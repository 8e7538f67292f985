import { Module } from '@nestjs/common';
import { FeedbackModule } from '#feedback';
import { TextScoresModule } from '#text-scores';
import { PublicAddress } from '../../accounts/public-address.js';
import { IntegrationHttpModule } from '../../integrations/integration-http.module.js';
import { CommentAnalysis } from './comment-analysis.service.js';
import { DiscoveryController } from './discovery.controller.js';
import { PerspectiveController } from './perspective.controller.js';
import { ScoreSuggestions } from './score-suggestions.service.js';
import { TextReader } from './text-readings.service.js';

/** Scores for the clients of the Perspective API. */
@Module({
  imports: [FeedbackModule, IntegrationHttpModule, TextScoresModule],
  controllers: [DiscoveryController, PerspectiveController],
  providers: [CommentAnalysis, PublicAddress, ScoreSuggestions, TextReader],
})
export class PerspectiveModule {}
