import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { type OriginUse, SitesService } from '#sites';
import { isSameSite } from './credentials.js';

/** Seconds for which browsers may remember what a preflight request was answered. */
const PREFLIGHT_SECONDS = 600;

const OPTIONS = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'Authorization',
    'Content-Type',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'Last-Event-ID',
    'Prefer',
    'X-Author-Token',
    // As Google's clients ask Perspective's API from a page.
    'X-Goog-Api-Client',
    'X-Goog-Api-Key',
    'X-Reader-Token',
    'X-Site-Key',
  ],
  exposedHeaders: [
    'ETag',
    'Location',
    'Preference-Applied',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'X-Request-Id',
  ],
  maxAge: PREFLIGHT_SECONDS,
  // Else what is not quite a preflight request gets an answer that is no problem details.
  strictPreflight: false,
};

const WITHOUT_ORIGIN = { ...OPTIONS, origin: false };

type CorsOptions = typeof OPTIONS & { origin: boolean; credentials?: boolean };
type Answer = (error: Error | null, options?: CorsOptions) => void;

/**
 * Lets pages of the sites' origins call the API. Cookies go along only from origins that a site names
 * and from pages of the API's own site: were they sent from everywhere that `*` allows, any page on
 * the internet could write in its visitor's name.
 */
export function allowOrigins(app: NestFastifyApplication): void {
  const sites = app.get(SitesService, { strict: false });
  app.enableCors({
    delegator: (request: FastifyRequest, callback: Answer) => {
      const { origin } = request.headers;
      if (origin === undefined) callback(null, WITHOUT_ORIGIN);
      else {
        sites.useOf(origin).then(
          (use) => callback(null, optionsFor(request, origin, use)),
          (error: unknown) => callback(error as Error),
        );
      }
    },
  });
}

function optionsFor(
  request: FastifyRequest,
  origin: string,
  { allowed, listed }: OriginUse,
): CorsOptions {
  const credentials = allowed && (listed || isSameSite(request, origin));
  return { ...OPTIONS, origin: allowed, credentials };
}
