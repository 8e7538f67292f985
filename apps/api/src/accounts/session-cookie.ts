import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie that holds a session's token. */
export const SESSION_COOKIE = 'moderato_session';

type Secured = Pick<FastifyRequest, 'protocol'>;

/**
 * A cookie's name. By https it has the prefix that makes browsers refuse it from other hosts, other
 * paths and plain http (RFC 6265bis, 4.1.3.2).
 */
function nameFor(request: Secured, name: string): string {
  return request.protocol === 'https' ? `__Host-${name}` : name;
}

/** The value of one of our cookies; `null` if the request has none. */
export function readCookie(
  request: Secured & Pick<FastifyRequest, 'headers'>,
  name: string,
): string | null {
  const prefix = `${nameFor(request, name)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/** A request and the reply to it. */
export interface Exchange {
  request: Secured;
  reply: FastifyReply;
}

interface CookieRules {
  /** How long the browser keeps it; 0 removes it. */
  seconds: number;
  /** `Lax` where it must come along when another site's page leads back to us. */
  sameSite?: 'Strict' | 'Lax';
}

/**
 * Gives the browser a cookie that no script can read and no other site's page can use.
 * @param value made of characters that a cookie may have, as base64url is
 */
export function setCookie(
  { request, reply }: Exchange,
  name: string,
  value: string,
  { seconds, sameSite = 'Strict' }: CookieRules,
): void {
  const rules = ['Path=/', 'HttpOnly', `SameSite=${sameSite}`, `Max-Age=${seconds}`];
  if (request.protocol === 'https') rules.push('Secure');
  // Fastify keeps several of these headers apart.
  void reply.header('set-cookie', [`${nameFor(request, name)}=${value}`, ...rules].join('; '));
}
