import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { readFileSync } from 'node:fs';
import { type Config, ConfigError } from '#config';
import { SitesService } from '#sites';
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
  const sites = app.get(SitesService, { strict: false });
  // Who tries out how a key is exchanged does not want the newspaper to fall silent.
  const site = async (): Promise<DemoSite> => ({
    siteKey: await sites.publicKeyInForce(MODERATO_SITE_KEY),
  });
  const server = app.getHttpAdapter().getInstance();
  server.get('/demo', async (_, reply) => send(reply, frontPage(await site())));
  server.get<{ Params: { story: string } }>('/demo/:story', async ({ params }, reply) => {
    const story = STORIES.find(({ id }) => id === params.story);
    return story === undefined
      ? reply.callNotFound()
      : send(reply, articlePage(await site(), story));
  });
  for (const [name, type] of Object.entries(FILES)) {
    const text = readFileSync(new URL(name, import.meta.url));
    server.get(`/demo/${name}`, (_, reply) => {
      void reply.type(type).header('cache-control', 'no-cache').send(text);
    });
  }
}

function send(reply: FastifyReply, { text }: Markup): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'same-origin')
    .header('cache-control', 'no-cache')
    .send(text);
}
