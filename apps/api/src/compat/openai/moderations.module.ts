import { Module } from '@nestjs/common';
import { TextScoresModule } from '#text-scores';
import { IntegrationHttpModule } from '../../integrations/integration-http.module.js';
import { ModerationsController } from './moderations.controller.js';

/** The API of OpenAI's moderation endpoint. */
@Module({
  imports: [IntegrationHttpModule, TextScoresModule],
  controllers: [ModerationsController],
})
export class ModerationsModule {}
