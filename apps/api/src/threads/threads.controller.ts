import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '#readers';
import { ThreadsService } from '#threads';
import { ArticleId } from '../articles/article-id.pipe.js';
import { ApiProblems, ApiSiteKeys } from '../http/api-docs.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { LimitedTo } from '../http/limited.js';
import { CurrentReader, ReaderGuard } from '../http/reader.js';
import { SiteGuard } from '../http/site.guard.js';
import { readerRef } from './reader-ref.js';
import { ThreadPages } from './thread-pages.js';
import { ThreadPageResponse } from './thread.response.js';
import { ThreadsQuery } from './threads.query.js';

@ApiTags('threads')
@Controller('v1/articles')
@UseGuards(SiteGuard, ReaderGuard)
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly pages: ThreadPages,
  ) {}

  @Get(':id/comments')
  @ApiSiteKeys('read')
  @ApiParam({ name: 'id', description: 'The site’s own id of the article.' })
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag of the page that is known; 304 while it is the same.',
  })
  @ApiOperation({ summary: 'The comments under an article, with their replies' })
  @ApiResponse({
    status: 200,
    type: ThreadPageResponse,
    description: 'A page; an empty one of an article that is not known.',
  })
  @ApiResponse({ status: 304, description: 'Nothing has changed since the ETag in If-None-Match.' })
  @LimitedTo('reads')
  @ApiProblems('VALIDATION_FAILED', 'COMMENT_NOT_FOUND', 'READER_TOKEN_INVALID')
  async read(
    @CurrentCaller() { site }: Caller,
    @CurrentReader() reader: Reader | null,
    @Param('id', ArticleId) article: string,
    @Query() { sort, cursor, limit, depth, parent }: ThreadsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = { article, sort, cursor, limit, depth, parent: parent?.toLowerCase() };
    if (reader === null) {
      (await this.pages.read(site.id, query)).send(request, reply);
      return;
    }
    const page = await this.threads.read(site.id, query, readerRef(site, reader));
    void reply.header('cache-control', 'private, no-store').send(page);
  }
}
