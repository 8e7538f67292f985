import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#config';
import { DomainError } from '#contract';

/**
 * Lets only what the service's own pages send pass, and programs, which are no browser that could be
 * misled: as a guard for what begins a session, and so has none yet that could prove anything.
 */
@Injectable()
export class FromOwnPages implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    this.assert(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }

  /** @throws DomainError ORIGIN_NOT_ALLOWED when another site's page sent the request. */
  assert(request: FastifyRequest): void {
    const { origin, 'sec-fetch-site': site } = request.headers;
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (!foreign && (origin === undefined || this.isOwn(request, origin))) return;
    throw new DomainError(
      'ORIGIN_NOT_ALLOWED',
      'Only the console of this service may send this; behind a proxy, PUBLIC_URL must be its address.',
    );
  }

  /** The host counts and not the scheme: TLS may end at a proxy that TRUST_PROXY does not name. */
  private isOwn({ host }: FastifyRequest, origin: string): boolean {
    if (origin === this.config.PUBLIC_URL) return true;
    return URL.canParse(origin) && host !== '' && new URL(origin).host === host.toLowerCase();
  }
}
