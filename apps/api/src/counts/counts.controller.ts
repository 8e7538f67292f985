import { Controller, Get, Headers, HttpStatus, Query, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CountsService } from '#counts';
import { ApiProblems, ApiSiteKeys } from '../http/api-docs.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { entityTag, isFresh } from '../http/entity-tag.js';
import { SiteGuard } from '../http/site.guard.js';
import { CountsQuery } from './counts.query.js';

/** Seconds that a cache may answer from what it has, and then while it asks again. */
const CACHE_CONTROL = 'max-age=2, stale-while-revalidate=8';

class CountsResponse {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer', minimum: 0 },
    example: { 'city-council-budget': 12, 'marathon-route': 0 },
  })
  counts!: Record<string, number>;
}

@ApiTags('counts')
@Controller('v1/counts')
@UseGuards(SiteGuard)
export class CountsController {
  constructor(private readonly counts: CountsService) {}

  @Get()
  @ApiSiteKeys('read')
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag of the counts that are known; 304 while they are the same.',
  })
  @ApiOperation({ summary: 'How many comments are shown under each article' })
  @ApiResponse({
    status: 200,
    type: CountsResponse,
    description: 'A count for every article asked for; 0 for one that is not known.',
  })
  @ApiResponse({ status: 304, description: 'Nothing has changed since the ETag in If-None-Match.' })
  @ApiProblems('VALIDATION_FAILED')
  async read(
    @CurrentCaller() { site, vouched }: Caller,
    @Query() { article }: CountsQuery,
    @Res() reply: FastifyReply,
    @Headers('If-None-Match') ifNoneMatch?: string,
  ): Promise<void> {
    const counts = await this.counts.read(site.id, [...new Set(article)]);
    // From entries, and not as an object of its own: an article may be called __proto__.
    const body = `{"counts":{${[...counts].map(([id, count]) => `${JSON.stringify(id)}:${count}`).join(',')}}}`;
    const tag = entityTag(body);
    void reply
      .header('etag', tag)
      .header('cache-control', `${vouched ? 'private' : 'public'}, ${CACHE_CONTROL}`)
      .header('vary', 'X-Site-Key, Authorization, Origin');
    if (isFresh(ifNoneMatch, tag)) void reply.status(HttpStatus.NOT_MODIFIED).send();
    else void reply.type('application/json; charset=utf-8').send(body);
  }
}
