import { Controller, Header, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Site } from '#sites';
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
@ApiExcludeController()
@Controller(paths('remark42/api/v1'))
@UseGuards(CompatSiteGuard)
export class RemarkController {
  constructor(private readonly counts: CompatCounts) {}

  @Post('counts')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async read(@CompatSite() site: Site, @Req() { body }: FastifyRequest): Promise<RemarkCount[]> {
    const counts = await this.counts.byUrls(site.id, body);
    return counts.map(({ url, count, first, last }) => ({
      ...{ url, count },
      ...(first && { first_time: first.toISOString() }),
      ...(last && { last_time: last.toISOString() }),
    }));
  }
}
