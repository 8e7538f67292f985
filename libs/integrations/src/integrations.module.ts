import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { EncryptionModule } from '#encryption';
import { CoralSecrets } from './coral-secrets.service.js';
import { IntegrationKeys } from './integration-keys.service.js';
import { IntegrationUsage } from './integration-usage.service.js';

const SERVICES = [CoralSecrets, IntegrationKeys, IntegrationUsage];

@Module({ imports: [DatabaseModule, EncryptionModule], providers: SERVICES, exports: SERVICES })
export class IntegrationsModule {}
