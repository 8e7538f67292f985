import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#contract';
import { secretUnreadable } from '#encryption';
import { CoralSecrets } from '#integrations';
import { LimitsService } from '#limits';
import { type Site, SitesService } from '#sites';
import { assertWithin } from '../../http/limited.js';
import { rawBodyOf } from '../../http/raw-body.js';
import { isSignedByCoral } from './coral-signature.js';

const KEY = /^[A-Za-z0-9_-]{1,128}$/;
const found = new WeakMap<FastifyRequest, Site>();

/** Lets pass what the Coral of the site in the address has signed, as often as the settings allow. */
@Injectable()
export class CoralSignatureGuard implements CanActivate {
  constructor(
    private readonly sites: SitesService,
    private readonly secrets: CoralSecrets,
    private readonly limits: LimitsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    void reply.header('cache-control', 'no-store');
    const { key = '' } = request.params as { key?: string };
    const site = KEY.test(key) ? await this.sites.findByPublicKey(key) : null;
    if (site === null) throw new DomainError('SITE_KEY_UNKNOWN', 'No site has this public key.');
    const { readable, unreadable } = await this.secrets.of(site.id);
    if (!isSignedByCoral(request.headers['x-coral-signature'], rawBodyOf(request), readable)) {
      // It may be right by one of those, so Coral is not told that it is wrong.
      if (unreadable > 0) throw secretUnreadable();
      throw new DomainError(
        'CORAL_SIGNATURE_WRONG',
        'X-Coral-Signature is not of this body by any of the site’s secrets.',
      );
    }
    const nobody = { reader: null, address: null, article: null };
    const asked = { siteId: site.id, key: `coral:${site.id}`, ...nobody };
    assertWithin(await this.limits.take('checks', asked), reply);
    found.set(request, site);
    return true;
  }
}

/** The site whose Coral asks, once {@link CoralSignatureGuard} has let the request pass. */
export const CoralSite = createParamDecorator((_: unknown, context: ExecutionContext): Site => {
  const site = found.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (site === undefined) throw new Error('A handler without CoralSignatureGuard asked for it.');
  return site;
});
