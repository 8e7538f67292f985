import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonLogger } from '#logging';
import { requestId } from '../http/fastify.js';
import { KeptAnswers } from './kept-answers.js';

const ROUTE = '/v1/counts';

/**
 * Answers repeated questions for counts before Fastify and Nest see them: hooks, guards and pipes cost
 * several times what the answer costs. Whatever is not exactly as it was before goes the long way,
 * where keys, origins, limits and rules are judged and documented. What is answered here is not
 * counted for LIMIT_READS_PER_ADDRESS: it costs less than counting would.
 */
export function shortenCounts(app: NestFastifyApplication, logger: JsonLogger): void {
  const answers = app.get(KeptAnswers, { strict: false });
  const { server } = app.getHttpAdapter().getInstance();
  const [serve] = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  if (serve === undefined) throw new Error('The server takes no requests.');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    // A server that is closing tells its clients so.
    const isCounts = request.method === 'GET' && request.url?.startsWith(`${ROUTE}?`);
    const found = isCounts && server.listening ? answers.find(request) : null;
    if (!found) return serve(request, response);
    const id = requestId(request);
    const start = performance.now();
    response.writeHead(found.status, [
      ...['x-request-id', id, 'x-content-type-options', 'nosniff'],
      ...found.cors,
      ...found.headers,
    ]);
    response.end(found.body);
    logger.write('info', 'request', {
      requestId: id,
      method: 'GET',
      route: ROUTE,
      status: found.status,
      milliseconds: Math.round((performance.now() - start) * 10) / 10,
    });
  });
}
