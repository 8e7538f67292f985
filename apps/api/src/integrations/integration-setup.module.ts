import { Module } from '@nestjs/common';
import { SitesModule } from '#sites';
import { CoralSecretsController } from './coral-secrets.controller.js';
import { IntegrationAddressesController } from './integration-addresses.controller.js';
import { IntegrationHttpModule } from './integration-http.module.js';
import { IntegrationKeysController } from './integration-keys.controller.js';

/** Where admins set up what other systems' clients come with. */
@Module({
  imports: [IntegrationHttpModule, SitesModule],
  controllers: [CoralSecretsController, IntegrationAddressesController, IntegrationKeysController],
})
export class IntegrationSetupModule {}
