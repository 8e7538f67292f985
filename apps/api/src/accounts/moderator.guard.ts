import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAtLeast, type SignedIn } from '#accounts';
import { DomainError, type Role } from '#contract';
import { SessionReader } from './session-reader.js';

export type { SignedIn };

const REQUIRED_ROLE = 'required-role';
const moderators = new WeakMap<FastifyRequest, SignedIn>();

/** The handler, or all of the controller, is for moderators with at least this role on at least one site. */
export const RequiresRole = (role: Role): MethodDecorator & ClassDecorator =>
  SetMetadata(REQUIRED_ROLE, role);

/** Who sent a request that {@link ModeratorGuard} has let pass. */
export function moderatorOf(request: FastifyRequest): SignedIn {
  const moderator = moderators.get(request);
  if (moderator === undefined) {
    throw new Error('A handler without ModeratorGuard asked for the moderator.');
  }
  return moderator;
}

/** Who is signed in, known once {@link ModeratorGuard} has let the request pass. */
export const CurrentModerator = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn =>
    moderatorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/**
 * The ids of the sites where the moderator has at least this role: all of them, or the one asked for.
 * @throws DomainError ROLE_REQUIRED when a site is given and is not among them.
 */
export function sitesWith({ sites }: Pick<SignedIn, 'sites'>, role: Role, site?: string): string[] {
  const ids = sites.filter((own) => isAtLeast(own.role, role)).map(({ id }) => id);
  if (site === undefined) return ids;
  if (ids.includes(site)) return [site];
  throw roleRequired(role, 'this site');
}

/** @throws DomainError ROLE_REQUIRED for who has this role on no site. */
export function assertRole(moderator: Pick<SignedIn, 'sites'>, role: Role): void {
  if (sitesWith(moderator, role).length === 0) throw roleRequired(role, 'a site');
}

/** Lets only signed-in moderators pass, with a proof that the console sent what changes something. */
@Injectable()
export class ModeratorGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionReader,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    void http.getResponse<FastifyReply>().header('cache-control', 'no-store');
    const signedIn = await this.sessions.read(request);
    const role = this.requiredRole(context);
    if (role !== undefined) assertRole(signedIn, role);
    moderators.set(request, signedIn);
    return true;
  }

  private requiredRole(context: ExecutionContext): Role | undefined {
    const places = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<Role | undefined>(REQUIRED_ROLE, places);
  }
}

export function roleRequired(role: Role, where: string): DomainError {
  return new DomainError('ROLE_REQUIRED', `This is for those who are ${role} of ${where}.`);
}
