import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  anonymousReader,
  COOKIE_DAYS,
  cookieValue,
  newReaderId,
  type Reader,
  readerIdOf,
} from '#readers';
import { isListedOrigin, type Site } from '#sites';
import { isSameSite, mayUseCookie } from './credentials.js';

/** One API serves many sites, and a reader of one is nobody to the other. */
const nameOf = (site: Site, secure: boolean): string =>
  `${secure ? '__Host-' : ''}moderato-reader-${site.id.replaceAll('-', '')}`;

/** Who the request's cookie says that it is; `null` without one that counts. */
export function readerByCookie(request: FastifyRequest, site: Site): Reader | null {
  const { cookie } = request.headers;
  if (cookie === undefined || !mayUseCookie(site, request)) return null;
  const value = parseCookie(cookie)[nameOf(site, isSecure(request))];
  const id = value === undefined ? null : readerIdOf(site.signingKey, value, Date.now());
  return id === null ? null : anonymousReader(id);
}

/**
 * Makes a new anonymous reader and gives the browser a cookie to be known by; `null` where a cookie
 * would not come back: for programs that are no pages, and pages whose origin may send none.
 */
export function newReader(request: FastifyRequest, reply: FastifyReply, site: Site): Reader | null {
  const { origin } = request.headers;
  if (origin === undefined || !mayUseCookie(site, request)) return null;
  const id = newReaderId();
  const secure = isSecure(request);
  const elsewhere = secure && isListedOrigin(site, origin) && !isSameSite(request, origin);
  const cookie = stringifySetCookie({
    name: nameOf(site, secure),
    value: cookieValue(site.signingKey, id, Date.now()),
    path: '/',
    httpOnly: true,
    secure,
    maxAge: COOKIE_DAYS * 86_400,
    // In a page of another site only a cookie that is kept apart for that page is ever sent.
    ...(elsewhere ? { sameSite: 'none', partitioned: true } : { sameSite: 'lax' }),
  });
  // Fastify adds to what is there: a second cookie does not replace the first.
  void reply.header('set-cookie', cookie).header('cache-control', 'no-store');
  return anonymousReader(id);
}

function isSecure({ protocol }: FastifyRequest): boolean {
  return protocol === 'https';
}
