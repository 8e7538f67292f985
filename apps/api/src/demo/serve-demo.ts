import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import { type Config, ConfigError } from '#config';
import { articlePage } from './article-page.js';
import { frontPage } from './front-page.js';
import type { Markup } from './markup.js';
import type { DemoSite } from './page.js';
import { STORIES } from './stories.js';

/** As strict as a site may be: it also shows that the widget works under it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FILES = { 'demo.css': 'text/css; charset=utf-8', 'icon.svg': 'image/svg+xml' };

/**
 * Serves a newspaper to try the widget on, below /demo, where the configuration allows it.
 * @throws {@link ConfigError} when there is no key for its pages.
 */
export function serveDemo(app: NestFastifyApplication, { DEMO, MODERATO_SITE_KEY }: Config): void {
  if (DEMO !== 'true') return;
  if (MODERATO_SITE_KEY === undefined) {
    throw new ConfigError('DEMO=true needs MODERATO_SITE_KEY, which its pages carry.');
  }
  const site: DemoSite = { siteKey: MODERATO_SITE_KEY };
  const server = app.getHttpAdapter().getInstance();
  server.get('/demo', (_, reply) => send(reply, frontPage(site)));
  server.get<{ Params: { story: string } }>('/demo/:story', ({ params }, reply) => {
    const story = STORIES.find(({ id }) => id === params.story);
    if (story === undefined) reply.callNotFound();
    else send(reply, articlePage(site, story));
  });
  for (const [name, type] of Object.entries(FILES)) {
    const text = readFileSync(new URL(name, import.meta.url));
    server.get(`/demo/${name}`, (_, reply) => {
      void reply.type(type).header('cache-control', 'no-cache').send(text);
    });
  }
}

function send(reply: FastifyReply, { text }: Markup): void {
  void reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'same-origin')
    .header('cache-control', 'no-cache')
    .send(text);
}
