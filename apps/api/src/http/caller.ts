import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Site } from '#sites';

/** Who calls: a page of the site (public key), or the site's own server (secret key). */
export interface Caller {
  site: Site;
  /** Whether the secret key was given: then the site answers for what it says. */
  vouched: boolean;
}

const callers = new WeakMap<FastifyRequest, Caller>();

export function setCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a request that SiteGuard has let pass. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('A handler without SiteGuard asked for the caller.');
  return caller;
}

/** The {@link Caller} of the request, known once the guard has let it pass. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

export const REQUIRES_SECRET = 'requires-secret';

/** The handler is for the site's own server alone. */
export const RequiresSecret = (): MethodDecorator =>
  applyDecorators(SetMetadata(REQUIRES_SECRET, true), ApiSecurity('secretKey'));
