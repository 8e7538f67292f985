import { FromOwnPages } from './own-pages.js';
import { InvitationsController } from './invitations.controller.js';
import { ModeratorsController } from './moderators.controller.js';
import { OpenIdController } from './openid.controller.js';
import { PublicAddress } from './public-address.js';
import { SessionReader } from './session-reader.js';
import { SessionReplies } from './session-replies.js';
import { SessionController } from './session.controller.js';
import { WelcomeController } from './welcome.controller.js';

/** The controllers of signing in and of moderators. */
export const ACCOUNT_CONTROLLERS = [
  SessionController,
  OpenIdController,
  WelcomeController,
  InvitationsController,
  ModeratorsController,
];

/** What they and ModeratorGuard need besides libraries. */
export const ACCOUNT_PROVIDERS = [FromOwnPages, PublicAddress, SessionReader, SessionReplies];
