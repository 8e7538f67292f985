import { Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { Accounts } from './accounts.service.js';
import { FirstAdmin } from './first-admin.service.js';
import { Invitations } from './invitations.service.js';
import { Members } from './members.service.js';
import { OpenIdProvider } from './openid-provider.js';
import { OpenIdSignIn } from './openid-sign-in.service.js';
import { Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { SignOutListeners } from './sign-out-listeners.js';
import { Welcome } from './welcome.service.js';

const SERVICES = [
  Accounts,
  FirstAdmin,
  Invitations,
  Members,
  OpenIdProvider,
  OpenIdSignIn,
  Sessions,
  SignOutListeners,
  Welcome,
];

@Module({
  imports: [DatabaseModule],
  providers: [...SERVICES, SignInAttempts],
  exports: SERVICES,
})
export class AccountsModule {}
