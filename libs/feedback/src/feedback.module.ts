import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { FeedbackService } from './feedback.service.js';
import { LabelledTexts } from './labelled-texts.service.js';

@Module({
  imports: [DatabaseModule],
  providers: [FeedbackService, LabelledTexts],
  exports: [FeedbackService, LabelledTexts],
})
export class FeedbackModule {}
