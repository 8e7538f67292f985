import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '#accounts';
import { DomainError, type Role } from '#contract';
import { SitesService } from '#sites';
import { assertRole, ModeratorGuard, moderatorOf } from '../accounts/moderator.guard.js';
import { oneSite } from '../accounts/one-site.js';
import { readCookie, SESSION_COOKIE } from '../accounts/session-cookie.js';
import { SessionReader } from '../accounts/session-reader.js';
import { callerOf } from '../http/caller.js';
import { SiteGuard } from '../http/site.guard.js';

/** Who reads or writes a policy: the site's own server, by its secret key, or a moderator who is signed in. */
export type PolicyCaller = { siteId: string } | SignedIn;

const callers = new WeakMap<FastifyRequest, PolicyCaller>();

/** Lets the site's secret key pass, and moderators with a session: by the cookie, where no key is sent. */
@Injectable()
export class PolicyGuard implements CanActivate {
  private readonly bySecret: SiteGuard;
  private readonly bySession: ModeratorGuard;

  constructor(sites: SitesService, sessions: SessionReader, reflector: Reflector) {
    this.bySecret = new SiteGuard(sites, reflector);
    this.bySession = new ModeratorGuard(sessions, reflector);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isSession =
      request.headers.authorization === undefined && readCookie(request, SESSION_COOKIE) !== null;
    await (isSession ? this.bySession : this.bySecret).canActivate(context);
    const caller = isSession ? moderatorOf(request) : { siteId: callerOf(request).site.id };
    callers.set(request, caller);
    return true;
  }
}

/** The {@link PolicyCaller} of the request, known once the guard has let it pass. */
export const CurrentPolicyCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): PolicyCaller => {
    const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
    if (caller === undefined) throw new Error('A handler without PolicyGuard asked for it.');
    return caller;
  },
);

/**
 * The site whose policy is meant, and the id of the moderator who asks.
 * @throws DomainError ROLE_REQUIRED, SECRET_KEY_OF_ANOTHER_SITE, or VALIDATION_FAILED when there are several sites to choose from.
 */
export function meantSite(
  caller: PolicyCaller,
  role: Role,
  site: string | undefined,
): { siteId: string; by: string | null } {
  if ('sites' in caller) {
    assertRole(caller, role);
    return { siteId: oneSite(caller, role, site), by: caller.id };
  }
  if (site !== undefined && site !== caller.siteId) {
    throw new DomainError('SECRET_KEY_OF_ANOTHER_SITE', 'The secret key is of another site.');
  }
  return { siteId: caller.siteId, by: null };
}
