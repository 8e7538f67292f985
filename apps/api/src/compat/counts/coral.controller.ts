import { Controller, Get, Header, Query, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Site } from '#sites';
import { validationFailed } from '../../http/validation.js';
import { CompatCounts } from './compat-counts.js';
import { CompatSite, CompatSiteGuard } from './compat-site.js';
import { CACHE, paths, SCRIPT } from './dialect.js';
import { isCallback, scriptCall } from './script-text.js';

type Asked = Record<string, unknown>;

/** Counts as Coral's count.js asks for them. */
@ApiExcludeController()
@Controller(paths('coral/api/story'))
@UseGuards(CompatSiteGuard)
export class CoralController {
  constructor(private readonly counts: CompatCounts) {}

  @Get('count')
  @Header('cache-control', CACHE)
  async count(@CompatSite() site: Site, @Query() query: Asked): Promise<{ count: number }> {
    return { count: await this.read(site, query) };
  }

  @Get('count.js')
  @Header('cache-control', CACHE)
  @Header('content-type', SCRIPT)
  async script(@CompatSite() site: Site, @Query() query: Asked): Promise<string> {
    const { callback = 'CoralCount.setCount', ref, id, url } = query;
    if (!isCallback(callback)) {
      const message = 'must be the name of a function, as in CoralCount.setCount';
      throw validationFailed([{ field: 'callback', rule: 'isCallback', message }]);
    }
    const count = await this.read(site, query);
    const word = count === 1 ? 'Comment' : 'Comments';
    return scriptCall(callback, {
      ...(typeof ref === 'string' && { ref }),
      countHtml: `<span class="coral-count-number">${count}</span> <span class="coral-count-text">${word}</span>`,
      textHtml: `<span class="coral-count-text">${word}</span>`,
      count,
      id: typeof id === 'string' ? id : (url ?? null),
    });
  }

  private async read(site: Site, { id, url }: Asked): Promise<number> {
    if (id !== undefined) return this.counts.byId(site.id, id);
    const [found] = await this.counts.byUrls(site.id, [url]);
    return found?.count ?? 0;
  }
}
