import type { FastifyReply, FastifyRequest } from 'fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '#config';
import { type JsonLogger, withLogContext } from '#logging';
import { dialectAddress } from '../compat/dialect-address.js';
import { BODY_BYTES } from './body-rules.js';
import { problemDetails, toDomainError } from './problems.js';
import { takeBodies } from './take-bodies.js';

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
    bodyLimit: BODY_BYTES,
    trustProxy: trustProxy(config),
    routerOptions: { maxParamLength: PARAMETER_LIMIT },
    genReqId: requestId,
    rewriteUrl: ({ url = '' }) => dialectAddress(url),
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
  takeBodies(fastify);
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
