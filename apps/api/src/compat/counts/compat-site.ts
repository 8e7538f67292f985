import {
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type CanActivate,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#contract';
import { isAllowedOrigin, type Site, SitesService } from '#sites';

const KEY = /^[A-Za-z0-9_-]{1,128}$/;
const found = new WeakMap<FastifyRequest, Site>();

/**
 * Finds the site of a request in another system's dialect: by the public key in its path, for
 * snippets that are told one address and put their own paths behind it, or as `site` or `siteKey` in
 * the query. Nothing but counts is behind it, so that the key is all that is asked for.
 */
@Injectable()
export class CompatSiteGuard implements CanActivate {
  constructor(private readonly sites: SitesService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { key } = request.params as { key?: string };
    const { site: named, siteKey } = request.query as Record<string, unknown>;
    const publicKey = key ?? siteKey ?? named;
    if (publicKey === undefined) {
      throw new DomainError('SITE_KEY_MISSING', 'Put the site’s public key into the address.');
    }
    const isKey = typeof publicKey === 'string' && KEY.test(publicKey);
    const site = isKey ? await this.sites.findByPublicKey(publicKey) : null;
    if (site === null) throw new DomainError('SITE_KEY_UNKNOWN', 'No site has this public key.');
    const { origin } = request.headers;
    if (origin !== undefined && !isAllowedOrigin(site, origin)) {
      throw new DomainError(
        'ORIGIN_NOT_ALLOWED',
        'Pages of this origin may not use this site’s key.',
      );
    }
    found.set(request, site);
    return true;
  }
}

/** The site that CompatSiteGuard has found. */
export const CompatSite = createParamDecorator((_: unknown, context: ExecutionContext): Site => {
  const site = found.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (site === undefined) throw new Error('A handler without CompatSiteGuard asked for the site.');
  return site;
});
