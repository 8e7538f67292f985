import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';
import { dialectAt, dialectOf } from '../compat/dialects.js';
import {
  BODY_BYTES,
  BODY_TYPES,
  type BodyRules,
  type BodyType,
  LARGE_BODY_BYTES,
  type ReadBody,
} from './body-rules.js';
import { parseJsonBody } from './json-body.js';
import { keepRawBody } from './raw-body.js';

/** Of our own addresses, those that take long lists; a policy that can be written can be tried, on the longest text. */
const OWN_LIMITS: Readonly<Record<string, number>> = {
  '/v1/policy': LARGE_BODY_BYTES,
  '/v1/policy/try': LARGE_BODY_BYTES + BODY_BYTES,
  '/v1/policy/try/latest': LARGE_BODY_BYTES + BODY_BYTES,
};

/** Reads bodies as their addresses want them. What Fastify and Nest would read too gets a 415 where nobody expects it. */
export function takeBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  for (const type of BODY_TYPES) {
    fastify.addContentTypeParser<Buffer>(type, { parseAs: 'buffer' }, (request, body, done) => {
      try {
        done(null, readBody(request, type, body));
      } catch (error) {
        done(error as Error);
      }
    });
  }
  fastify.addHook('onRoute', (route) => {
    const limit = OWN_LIMITS[route.url] ?? dialectAt(route.url)?.body?.limit;
    if (limit !== undefined) route.bodyLimit = limit;
  });
}

function readBody(request: FastifyRequest, type: BodyType, body: Buffer): unknown {
  // Whatever the body is: that nothing is at the address says more.
  if (request.is404) return null;
  // Many clients send the header with every request.
  if (type === 'application/json' && request.method === 'DELETE' && body.length === 0) return null;
  const rules = dialectOf(request)?.body ?? {};
  const read = readerOf(type, rules);
  if (read === undefined) {
    throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type'] ?? 'none');
  }
  if (rules.keepsBytes) keepRawBody(request, body);
  return read(body);
}

function readerOf(type: BodyType, { readers }: BodyRules): ReadBody | undefined {
  const own = type === 'application/json' ? parseJsonBody : undefined;
  return readers?.[type] ?? readers?.['*'] ?? own;
}
