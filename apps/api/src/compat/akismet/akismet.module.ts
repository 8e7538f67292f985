import { Module } from '@nestjs/common';
import { FeedbackModule } from '#feedback';
import { OutsideCommentsModule } from '#outside-comments';
import { IntegrationHttpModule } from '../../integrations/integration-http.module.js';
import { AkismetController } from './akismet.controller.js';
import { AkismetService } from './akismet.service.js';

/** Akismet's API, spoken by the checks of the site. */
@Module({
  imports: [FeedbackModule, IntegrationHttpModule, OutsideCommentsModule],
  controllers: [AkismetController],
  providers: [AkismetService],
})
export class AkismetModule {}
