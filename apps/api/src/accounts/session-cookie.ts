import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie that holds a session's token. */
export const SESSION_COOKIE = 'moderato_session';

type Secured = Pick<FastifyRequest, 'protocol'>;

/**
 * A cookie's name. By https it has the prefix that makes browsers refuse it from other hosts, other
 * paths and plain http (RFC 6265bis, 4.1.3.2).
 */
function nameFor(request: Secured, name: string): string {
  return isSecure(request) ? `__Host-${name}` : name;
}

const isSecure = ({ protocol }: Secured): boolean => protocol === 'https';

/** The value of one of our cookies; `null` if the request has none. */
export function readCookie(
  request: Secured & Pick<FastifyRequest, 'headers'>,
  name: string,
): string | null {
  return parseCookie(request.headers.cookie ?? '')[nameFor(request, name)] ?? null;
}

/** A request and the reply to it. */
export interface Exchange {
  request: Secured;
  reply: FastifyReply;
}

interface CookieRules {
  /** How long the browser keeps it; 0 removes it. */
  seconds: number;
  /** `lax` where it must come along when another site's page leads back to us. */
  sameSite?: 'strict' | 'lax';
}

/** Gives the browser a cookie that no script can read and no other site's page can use. */
export function setCookie(
  { request, reply }: Exchange,
  name: string,
  value: string,
  { seconds, sameSite = 'strict' }: CookieRules,
): void {
  const cookie = stringifySetCookie({
    ...{ name: nameFor(request, name), value, path: '/', maxAge: seconds },
    ...{ httpOnly: true, secure: isSecure(request), sameSite },
  });
  // Fastify keeps several of these headers apart.
  void reply.header('set-cookie', cookie);
}
