import { Controller, Get, Header, Query, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Site } from '#sites';
import { CompatCounts } from './compat-counts.js';
import { CompatSite, CompatSiteGuard } from './compat-site.js';
import { CACHE, paths, SCRIPT } from './dialect.js';
import { scriptCall } from './script-text.js';

const MAXIMUM = 100;
const TEXT = {
  and: 'and',
  comments: { zero: '0 Comments', one: '1 Comment', multiple: '{num} Comments' },
};

/** Counts as Disqus' count.js asks for them. */
@ApiExcludeController()
@Controller(paths('disqus'))
@UseGuards(CompatSiteGuard)
export class DisqusController {
  constructor(private readonly counts: CompatCounts) {}

  @Get('count-data.js')
  @Header('cache-control', CACHE)
  @Header('content-type', SCRIPT)
  async read(@CompatSite() site: Site, @Query() query: Record<string, unknown>): Promise<string> {
    const ids = listOf(query['1']).slice(0, MAXIMUM);
    const urls = listOf(query['2']).slice(0, MAXIMUM);
    const byId = ids.map(async (id) => ({ id, comments: await this.counts.byId(site.id, id) }));
    const byUrl = urls.length === 0 ? [] : await this.counts.byUrls(site.id, urls);
    const counts = [
      ...(await Promise.all(byId)),
      ...byUrl.map(({ url, count }) => ({ id: url, comments: count })),
    ];
    return scriptCall('DISQUSWIDGETS.displayCount', { text: TEXT, counts });
  }
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
