import type { FastifyRequest } from 'fastify';
import { DomainError } from '#contract';
import { isAllowedOrigin, type Site, type SitesService } from '#sites';
import type { Caller } from './caller.js';

const KEY = /^[A-Za-z0-9_-]{1,128}$/;
const BEARER = /^Bearer ([A-Za-z0-9_-]{1,128})$/i;

/** What a request names its site by, and where the page is that sent it. */
export interface SiteCredentials {
  authorization: string | undefined;
  publicKey: string | undefined;
  origin: string | undefined;
}

/** The public key in a header anywhere; in the address only where a cache may need it there. */
export function credentialsOf({ headers, method, query }: FastifyRequest): SiteCredentials {
  const { authorization, origin, 'x-site-key': header } = headers;
  const credentials = { authorization, origin };
  if (header !== undefined) return { ...credentials, publicKey: String(header) };
  const { siteKey } = query as { siteKey?: unknown };
  const isRead = method === 'GET' || method === 'HEAD';
  if (!isRead || siteKey === undefined) return { ...credentials, publicKey: undefined };
  return { ...credentials, publicKey: typeof siteKey === 'string' ? siteKey : '' };
}

/**
 * Who comes with these credentials.
 * @param needsSecret whether the public key is not enough
 * @throws DomainError SITE_KEY_MISSING, SITE_KEY_UNKNOWN, SECRET_KEY_REQUIRED, SECRET_KEY_UNKNOWN,
 * SECRET_KEY_OF_ANOTHER_SITE, ORIGIN_NOT_ALLOWED
 */
export async function admit(
  sites: SitesService,
  { authorization, publicKey, origin }: SiteCredentials,
  needsSecret = false,
): Promise<Caller> {
  const bySecret = authorization === undefined ? null : await siteOfSecret(sites, authorization);
  const vouched = bySecret !== null;
  if (!vouched && needsSecret) {
    throw new DomainError(
      'SECRET_KEY_REQUIRED',
      'Send the site’s secret key as Authorization: Bearer.',
    );
  }
  const byKey = publicKey === undefined ? null : await siteOfPublicKey(sites, publicKey);
  if (bySecret !== null && byKey !== null && bySecret.id !== byKey.id) {
    throw new DomainError(
      'SECRET_KEY_OF_ANOTHER_SITE',
      'The public key and the secret key belong to different sites.',
    );
  }
  const site = bySecret ?? byKey;
  if (site === null) {
    throw new DomainError('SITE_KEY_MISSING', 'Send the site’s public key as header X-Site-Key.');
  }
  if (!vouched) assertOrigin(site, origin);
  return { site, vouched };
}

async function siteOfSecret(sites: SitesService, authorization: string): Promise<Site> {
  const secretKey = BEARER.exec(authorization)?.[1];
  const site = secretKey === undefined ? null : await sites.findBySecretKey(secretKey);
  if (site === null) throw new DomainError('SECRET_KEY_UNKNOWN', 'No site has this secret key.');
  return site;
}

async function siteOfPublicKey(sites: SitesService, publicKey: string): Promise<Site> {
  const site = KEY.test(publicKey) ? await sites.findByPublicKey(publicKey) : null;
  if (site === null) throw new DomainError('SITE_KEY_UNKNOWN', 'No site has this public key.');
  return site;
}

/** Browsers send where a request comes from; the site says which of its pages may. */
function assertOrigin(site: Site, origin: string | undefined): void {
  if (origin === undefined || isAllowedOrigin(site, origin)) return;
  throw new DomainError('ORIGIN_NOT_ALLOWED', 'Pages of this origin may not use this site’s key.');
}
