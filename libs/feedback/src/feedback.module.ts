import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { FeedbackService } from './feedback.service.js';

@Module({
  imports: [DatabaseModule],
  providers: [FeedbackService],
  exports: [FeedbackService],
})
export class FeedbackModule {}
