import { Controller, Header, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Site } from '#sites';
import { ApiProblems, BODY_PROBLEMS } from '../http/api-docs.js';
import { CompatCounts } from './compat-counts.js';
import { CompatSite, CompatSiteGuard } from './compat-site.js';
import { paths } from './dialect.js';

/** As Remark42 has it. */
interface RemarkCount {
  url: string;
  count: number;
  first_time?: string;
  last_time?: string;
}

/** Counts as Remark42's counter asks for them. */
@ApiTags('compat')
@Controller(paths('remark42/api/v1'))
@UseGuards(CompatSiteGuard)
@ApiParam({ name: 'key', description: 'The site’s public key.' })
export class RemarkController {
  constructor(private readonly counts: CompatCounts) {}

  @Post('counts')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The counts of pages, by their addresses, as Remark42 gives them' })
  @ApiBody({ schema: { type: 'array', items: { type: 'string' } } })
  @ApiResponse({ status: 200, description: 'A count for each, in order.' })
  @ApiProblems(...BODY_PROBLEMS)
  async read(@CompatSite() site: Site, @Req() { body }: FastifyRequest): Promise<RemarkCount[]> {
    const counts = await this.counts.byUrls(site.id, body);
    return counts.map(({ url, count, first, last }) => ({
      ...{ url, count },
      ...(first && { first_time: first.toISOString() }),
      ...(last && { last_time: last.toISOString() }),
    }));
  }
}
