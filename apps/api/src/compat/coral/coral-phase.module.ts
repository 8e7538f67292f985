import { Module } from '@nestjs/common';
import { IntegrationsModule } from '#integrations';
import { LimitsModule } from '#limits';
import { OutsideCommentsModule } from '#outside-comments';
import { SitesModule } from '#sites';
import { PhaseController } from './phase.controller.js';

/** Moderation of comments that a Coral keeps. */
@Module({
  imports: [IntegrationsModule, LimitsModule, OutsideCommentsModule, SitesModule],
  controllers: [PhaseController],
})
export class CoralPhaseModule {}
