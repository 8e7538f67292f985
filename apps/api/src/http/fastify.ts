import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '#config';
import { type JsonLogger, withLogContext } from '#logging';
import { parseJsonBody, parseJsonList } from './json-body.js';
import { problemDetails, toDomainError } from './problems.js';

const BODY_LIMIT_BYTES = 64 * 1024;
/** Lists of ten thousand words do not fit into what a comment may have. */
const POLICY_LIMIT_BYTES = 1024 * 1024;
/** Ids of articles may have 200 characters, each up to 12 bytes once it is percent-encoded. */
const PARAMETER_LIMIT = 2400;
/** What is still being answered has so long when the server closes; then its connection is cut. */
const CLOSE_MS = 4000;
const REQUEST_ID = /^[\w.-]{1,100}$/;

type TrustProxy = boolean | string | ((address: string, hop: number) => boolean);

/** `true`, a number of hops, or addresses, as Fastify takes them. */
function trustProxy({ TRUST_PROXY }: Config): TrustProxy {
  if (TRUST_PROXY === 'true' || TRUST_PROXY === 'false') return TRUST_PROXY === 'true';
  const hops = /^\d+$/.test(TRUST_PROXY) ? Number(TRUST_PROXY) : null;
  return hops === null ? TRUST_PROXY : (_, hop) => hop < hops;
}

/** The caller's id for the request, if it is fit for a log; else one of ours. */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Fastify with our limits, request ids, and one log line a request. */
export function fastifyAdapter(config: Config, logger: JsonLogger): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustProxy(config),
    routerOptions: { maxParamLength: PARAMETER_LIMIT },
    genReqId: requestId,
    // What the router cannot even read never reaches Nest and its filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemDetails(toDomainError(error), request.id);
      void reply
        .status(problem.status)
        .headers({ 'x-request-id': request.id, 'cache-control': 'no-store' })
        .type('application/problem+json')
        .send(problem);
    },
  });
  const fastify = adapter.getInstance();
  takeJsonOnly(fastify);
  fastify.addHook('preClose', (done) => {
    // A browser opens connections ahead of its requests: one that asks for nothing is not idle to Node.
    setTimeout(() => fastify.server.closeAllConnections(), CLOSE_MS).unref();
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    withLogContext({ requestId: request.id }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    // The route and not the address, which may hold keys and what readers have typed.
    logger.write('info', 'request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
  return adapter;
}

/** Other systems' clients ask with a list, and do not always say that it is JSON. */
const isList = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url?.startsWith('/compat/') ?? false;

/** Text and forms, which Fastify and Nest would read too, get a 415. */
function takeJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) => {
      // Many clients send the header with every request.
      if (request.method === 'DELETE' && body.length === 0) return done(null);
      try {
        done(null, isList(request) ? parseJsonList(body) : parseJsonBody(body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addContentTypeParser<Buffer>(
    'text/plain',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (!isList(request))
        return done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('text/plain'));
      try {
        done(null, parseJsonList(body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addHook('onRoute', (route) => {
    if (route.url === '/v1/policy') route.bodyLimit = POLICY_LIMIT_BYTES;
  });
}
