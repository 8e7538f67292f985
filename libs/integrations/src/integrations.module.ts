import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { IntegrationKeys } from './integration-keys.service.js';
import { IntegrationUsage } from './integration-usage.service.js';

@Module({
  imports: [DatabaseModule],
  providers: [IntegrationKeys, IntegrationUsage],
  exports: [IntegrationKeys, IntegrationUsage],
})
export class IntegrationsModule {}
