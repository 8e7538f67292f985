import { Controller, Header, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Site } from '#sites';
import { ApiProblems, BODY_PROBLEMS } from '../http/api-docs.js';
import { CompatCounts } from './compat-counts.js';
import { CompatSite, CompatSiteGuard } from './compat-site.js';
import { paths } from './dialect.js';

/** Counts as Isso's count.min.js asks for them. */
@ApiTags('compat')
@Controller(paths('isso'))
@UseGuards(CompatSiteGuard)
@ApiParam({ name: 'key', description: 'The site’s public key.' })
export class IssoController {
  constructor(private readonly counts: CompatCounts) {}

  @Post('count')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The counts of pages, by their addresses or paths, as Isso gives them' })
  @ApiBody({ schema: { type: 'array', items: { type: 'string' } } })
  @ApiResponse({ status: 200, description: 'A number for each, in order.' })
  @ApiProblems(...BODY_PROBLEMS)
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
