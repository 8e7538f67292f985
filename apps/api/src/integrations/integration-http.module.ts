import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { IntegrationsModule } from '#integrations';
import { LimitsModule } from '#limits';
import { FromOwnPages } from '../accounts/own-pages.js';
import { PublicAddress } from '../accounts/public-address.js';
import { SessionReader } from '../accounts/session-reader.js';
import { IntegrationGuard } from './integration.guard.js';

/** What the modules of the dialects need to know who asks. */
@Module({
  imports: [AccountsModule, IntegrationsModule, LimitsModule],
  providers: [FromOwnPages, IntegrationGuard, PublicAddress, SessionReader],
  exports: [AccountsModule, IntegrationsModule, LimitsModule, SessionReader, IntegrationGuard],
})
export class IntegrationHttpModule {}
