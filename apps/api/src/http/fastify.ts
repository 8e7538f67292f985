import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '#config';
import { type JsonLogger, withLogContext } from '#logging';
import { dialectAddress } from '../compat/dialect-address.js';
import { parseForm } from './form-body.js';
import { parseJsonBody, parseJsonList } from './json-body.js';
import { problemDetails, toDomainError } from './problems.js';
import { keepRawBody } from './raw-body.js';

const BODY_LIMIT_BYTES = 64 * 1024;
/** Lists of ten thousand words or of a hundred texts, and articles, do not fit into what a comment may have. */
const LARGE_LIMIT_BYTES = 1024 * 1024;
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

/** What a comment was written under may come along with it. */
const LARGE = /^\/v1\/(policy|moderations)$|^\/v1alpha1\//;
/** Counts as other systems' clients ask for them: with a list, and they do not always say that it is JSON. */
const LISTS = /^\/compat\/(:key\/)?(isso|remark42)\//;
/** Akismet's clients send forms. */
const FORMS = /^\/1\.[12]\//;
/** Google takes JSON under whatever name, and many scripts send none. */
const GOOGLE = /^\/v1alpha1\//;
/** Whoever signs a body signs its bytes. */
const SIGNED = /^\/compat\/:key\/coral\/phase$/;

const isOf = (routes: RegExp, { routeOptions }: FastifyRequest): boolean =>
  routes.test(routeOptions.url ?? '');

/** Text and forms, which Fastify and Nest would read too, get a 415 where nobody expects them. */
function takeBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const takes = (type: string, parse: (request: FastifyRequest, body: Buffer) => unknown): void => {
    fastify.addContentTypeParser<Buffer>(type, { parseAs: 'buffer' }, (request, body, done) => {
      try {
        // Where nothing is, that is the answer, and not what is wrong with the body.
        done(null, request.is404 ? null : parse(request, body));
      } catch (error) {
        done(error as Error);
      }
    });
  };
  const only = (routes: RegExp, request: FastifyRequest, type: string): void => {
    if (!isOf(routes, request)) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type);
  };
  takes('application/json', (request, body) => {
    // Many clients send the header with every request.
    if (request.method === 'DELETE' && body.length === 0) return null;
    if (isOf(SIGNED, request)) keepRawBody(request, body);
    return isOf(LISTS, request) ? parseJsonList(body) : parseJsonBody(body);
  });
  takes('text/plain', (request, body) => {
    if (isOf(GOOGLE, request)) return parseJsonBody(body);
    only(LISTS, request, 'text/plain');
    return parseJsonList(body);
  });
  takes('application/x-www-form-urlencoded', (request, body) => {
    if (isOf(GOOGLE, request)) return parseJsonBody(body);
    only(FORMS, request, 'application/x-www-form-urlencoded');
    return parseForm(body, 'blog_charset');
  });
  takes('*', (request, body) => {
    only(GOOGLE, request, request.headers['content-type'] ?? 'none');
    return parseJsonBody(body);
  });
  fastify.addHook('onRoute', (route) => {
    if (LARGE.test(route.url)) route.bodyLimit = LARGE_LIMIT_BYTES;
  });
}
