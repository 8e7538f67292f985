import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { CoralSecrets } from './coral-secrets.service.js';
import { IntegrationKeys } from './integration-keys.service.js';
import { IntegrationUsage } from './integration-usage.service.js';

const SERVICES = [CoralSecrets, IntegrationKeys, IntegrationUsage];

@Module({ imports: [DatabaseModule], providers: SERVICES, exports: SERVICES })
export class IntegrationsModule {}
