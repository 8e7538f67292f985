import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#contract';
import { isAllowedOrigin, type Site, SitesService } from '#sites';
import { REQUIRES_SECRET, setCaller } from './caller.js';

const KEY = /^[A-Za-z0-9_-]{1,128}$/;
const BEARER = /^Bearer ([A-Za-z0-9_-]{1,128})$/i;

/** Finds the site by its keys and lets nobody pass without one. */
@Injectable()
export class SiteGuard implements CanActivate {
  constructor(
    private readonly sites: SitesService,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const bySecret = await this.siteOfSecret(request);
    const vouched = bySecret !== null;
    if (!vouched && this.requiresSecret(context)) {
      throw new DomainError(
        'SECRET_KEY_REQUIRED',
        'Send the site’s secret key as Authorization: Bearer.',
      );
    }
    const byKey = await this.siteOfPublicKey(request, !vouched);
    if (bySecret !== null && byKey !== null && bySecret.id !== byKey.id) {
      throw new DomainError(
        'SECRET_KEY_OF_ANOTHER_SITE',
        'The public key and the secret key belong to different sites.',
      );
    }
    const site = bySecret ?? byKey;
    if (site === null) throw missingKey();
    if (!vouched) assertOrigin(site, request.headers.origin);
    setCaller(request, { site, vouched });
    return true;
  }

  private requiresSecret(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(REQUIRES_SECRET, context.getHandler()) ?? false;
  }

  private async siteOfSecret(request: FastifyRequest): Promise<Site | null> {
    const { authorization } = request.headers;
    if (authorization === undefined) return null;
    const secretKey = BEARER.exec(authorization)?.[1];
    const site = secretKey === undefined ? null : await this.sites.findBySecretKey(secretKey);
    if (site === null) throw new DomainError('SECRET_KEY_UNKNOWN', 'No site has this secret key.');
    return site;
  }

  private async siteOfPublicKey(request: FastifyRequest, needed: boolean): Promise<Site | null> {
    const publicKey = publicKeyOf(request);
    if (publicKey === undefined) {
      if (needed) throw missingKey();
      return null;
    }
    const site = KEY.test(publicKey) ? await this.sites.findByPublicKey(publicKey) : null;
    if (site === null) throw new DomainError('SITE_KEY_UNKNOWN', 'No site has this public key.');
    return site;
  }
}

/** A header anywhere; in the address only where a cache may need it there. */
function publicKeyOf(request: FastifyRequest): string | undefined {
  const header = request.headers['x-site-key'];
  if (header !== undefined) return String(header);
  const { siteKey } = request.query as { siteKey?: unknown };
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || siteKey === undefined) return undefined;
  return typeof siteKey === 'string' ? siteKey : '';
}

function missingKey(): DomainError {
  return new DomainError('SITE_KEY_MISSING', 'Send the site’s public key as header X-Site-Key.');
}

/** Browsers send where a request comes from; the site says which of its pages may. */
function assertOrigin(site: Site, origin: string | undefined): void {
  if (origin === undefined || isAllowedOrigin(site, origin)) return;
  throw new DomainError('ORIGIN_NOT_ALLOWED', 'Pages of this origin may not use this site’s key.');
}
