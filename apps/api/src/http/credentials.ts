import type { FastifyRequest } from 'fastify';
import { getDomain } from 'tldts';
import { isListedOrigin, type Site } from '#sites';

/**
 * Whether a page of this origin is of the same site as the API itself, as browsers see it: the same
 * scheme and the same registrable domain, or the very same host where there is none.
 */
export function isSameSite(
  { protocol, hostname }: Pick<FastifyRequest, 'protocol' | 'hostname'>,
  origin: string,
): boolean {
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.protocol !== `${protocol}:`) return false;
  const own = hostname.toLowerCase();
  return (
    page.hostname === own || (domainOf(own) !== null && domainOf(page.hostname) === domainOf(own))
  );
}

/** Whether the reader's cookie counts for the site in a request: never from an origin that only `*` lets in. */
export function mayUseCookie(site: Pick<Site, 'origins'>, request: FastifyRequest): boolean {
  const { origin } = request.headers;
  // Browsers leave it out when a page reads from its own origin.
  return origin === undefined || isListedOrigin(site, origin) || isSameSite(request, origin);
}

/** Customers of one host, as under github.io, are no one site. */
function domainOf(hostname: string): string | null {
  return getDomain(hostname, { allowPrivateDomains: true });
}
