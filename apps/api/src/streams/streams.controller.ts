import { Controller, Get, Headers, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiPropertyOptional,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArticleId } from '../articles/article-id.pipe.js';
import { CountsQuery } from '../counts/counts.query.js';
import { EventConnection } from '../event-streams/event-connection.js';
import { ApiProblems, ApiSiteKeys } from '../http/api-docs.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { networkOf } from '../http/reader-address.js';
import { SiteGuard } from '../http/site.guard.js';
import { credentialsOf } from '../http/site-credentials.js';
import type { StreamTopic } from './article-stream.js';
import { OpenStreams } from './open-streams.js';
import { StreamPermits } from './stream-permits.js';

class StreamQuery {
  @ApiPropertyOptional({ description: 'The site’s public key: an EventSource sends no headers.' })
  @IsOptional()
  siteKey?: string;
}

const ApiEvents = (description: string) =>
  ApiResponse({
    status: 200,
    description,
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  });

const ApiLastEventId = () =>
  ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The last id that was received: what was missed comes first, or `reset`.',
  });

@ApiTags('streams')
@Controller('v1')
@UseGuards(SiteGuard)
export class StreamsController {
  constructor(
    private readonly streams: OpenStreams,
    private readonly permits: StreamPermits,
  ) {}

  @Get('articles/:id/stream')
  @ApiSiteKeys('read')
  @ApiParam({ name: 'id', description: 'The site’s own id of the article.' })
  @ApiLastEventId()
  @ApiOperation({
    summary: 'Server-sent events of an article: comments and its count, as they change',
  })
  @ApiEvents('Each event’s data is one JSON object: `comment`, `count` or `reset`.')
  @ApiProblems('VALIDATION_FAILED', 'RATE_LIMITED')
  article(
    @CurrentCaller() { site }: Caller,
    @Param('id', ArticleId) id: string,
    @Query() _: StreamQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('Last-Event-ID') lastEventId?: string,
  ): Promise<void> {
    const topic = { siteId: site.id, articles: [id], kind: 'comments' } as const;
    return this.open(topic, request, reply, lastEventId);
  }

  @Get('counts/stream')
  @ApiSiteKeys('read')
  @ApiLastEventId()
  @ApiOperation({
    summary: 'Server-sent events with the counts of articles, now and as they change',
  })
  @ApiEvents('Each event’s data is one JSON object: `count` or `reset`.')
  @ApiProblems('VALIDATION_FAILED', 'RATE_LIMITED')
  counts(
    @CurrentCaller() { site }: Caller,
    @Query() { article }: CountsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('Last-Event-ID') lastEventId?: string,
  ): Promise<void> {
    const topic = { siteId: site.id, articles: [...new Set(article)], kind: 'counts' } as const;
    return this.open(topic, request, reply, lastEventId);
  }

  private async open(
    topic: StreamTopic,
    request: FastifyRequest,
    reply: FastifyReply,
    lastEventId: string | undefined,
  ): Promise<void> {
    // There would never be anything to close it for.
    if (request.method === 'HEAD') {
      void reply.type('text/event-stream').header('cache-control', 'no-store').send();
      return;
    }
    const release = this.streams.reserve(networkOf(request.ip)?.network ?? request.ip);
    const connection = new EventConnection(reply);
    const unwatch = this.permits.watch(credentialsOf(request), connection);
    let remove = (): void => undefined;
    connection.onClose(() => {
      release();
      unwatch();
      remove();
    });
    try {
      remove = await this.streams.add(connection, topic, lastEventId);
      // Gone while it was told what it had missed.
      if (!connection.isOpen) remove();
    } catch {
      // Too late for an answer of another kind; the client comes again.
      connection.end();
    }
  }
}
