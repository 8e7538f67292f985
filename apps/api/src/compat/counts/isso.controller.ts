import { Controller, Header, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Site } from '#sites';
import { CompatCounts } from './compat-counts.js';
import { CompatSite, CompatSiteGuard } from './compat-site.js';
import { paths } from './dialect.js';

/** Counts as Isso's count.min.js asks for them. */
@ApiExcludeController()
@Controller(paths('isso'))
@UseGuards(CompatSiteGuard)
export class IssoController {
  constructor(private readonly counts: CompatCounts) {}

  @Post('count')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async read(@CompatSite() site: Site, @Req() request: FastifyRequest): Promise<number[]> {
    const counts = await this.counts.byUrls(site.id, withOrigin(request));
    return counts.map(({ count }) => count);
  }
}

/** Isso names pages by their paths; of which host they are, the browser says. */
function withOrigin({ body, headers }: FastifyRequest): unknown {
  if (!Array.isArray(body) || headers.origin === undefined) return body;
  return body.map((uri: unknown) =>
    typeof uri === 'string' && uri.startsWith('/') ? `${headers.origin}${uri}` : uri,
  );
}
