import { Module } from '@nestjs/common';
import { LiveCountsModule } from '#counts';
import { SitesModule } from '#sites';
import { CountsController } from '../counts/counts.controller.js';
import { KeptAnswers } from '../counts/kept-answers.js';

/** What readers read: counts. */
@Module({
  imports: [LiveCountsModule, SitesModule],
  controllers: [CountsController],
  providers: [KeptAnswers],
})
export class ReadingModule {}
