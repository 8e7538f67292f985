import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { IntegrationKeys } from './integration-keys.service.js';

@Module({
  imports: [DatabaseModule],
  providers: [IntegrationKeys],
  exports: [IntegrationKeys],
})
export class IntegrationsModule {}
