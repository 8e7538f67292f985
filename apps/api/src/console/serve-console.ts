import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ConsoleFile, readConsole } from './console-files.js';

/** Nothing but our own files, and nobody around us: what moderators read is written by strangers. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  vary: 'Accept-Encoding',
};
const A_YEAR = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Moderato</title></head>
<body>
<h1>The console is not built</h1>
<p>Run <code>npm run build</code> in the folder of Moderato and load this page again. The API works without it.</p>
</body>
</html>
`;

/** Serves the moderators' pages under /console; every address that is no file is a page of theirs. */
export function serveConsole(app: NestFastifyApplication): void {
  let files = readConsole();
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    // It may have been built since.
    files ??= readConsole();
    const index = files?.get('index.html');
    void reply.headers(HEADERS);
    if (files === null || index === undefined) {
      return reply
        .status(503)
        .header('cache-control', 'no-store')
        .type('text/html')
        .send(NOT_BUILT);
    }
    const path = (request.params as { '*'?: string })['*'] ?? '';
    const file = files.get(path);
    // A file of another version is gone; the page in its place would be a script that cannot be read.
    if (file === undefined && path.startsWith('assets/')) {
      return reply.status(404).header('cache-control', 'no-store').type('text/plain').send('Gone.');
    }
    return send(file ?? index, request, reply);
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/console', answer);
  fastify.get('/console/*', answer);
}

function send(file: ConsoleFile, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({
    etag: file.etag,
    'cache-control': file.immutable ? A_YEAR : 'no-cache',
  });
  if (headers['if-none-match'] === file.etag) return reply.status(304).send();
  void reply.type(file.type);
  const gzip = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  if (!gzip) return reply.send(file.content);
  return reply.header('content-encoding', 'gzip').send(file.gzipped);
}
