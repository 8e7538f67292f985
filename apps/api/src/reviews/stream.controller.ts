import { Controller, Get, Headers, Req, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { readCookie, SESSION_COOKIE } from '../accounts/session-cookie.js';
import { EventConnection } from '../event-streams/event-connection.js';
import { ReviewStreams } from './review-streams.js';

@ApiTags('reviews')
@Controller('v1/reviews/stream')
@UseGuards(ModeratorGuard)
@RequiresRole('moderator')
export class StreamController {
  constructor(private readonly streams: ReviewStreams) {}

  @Get()
  @ApiOperation({
    summary: 'What comes, is claimed and decided, as it happens',
    description:
      'Server-sent events. Each has the name and the fields of a `ReviewEvent`, and an `id` behind which a stream resumes by `Last-Event-ID`; `reset` says that it cannot, and that everything is to be read again.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last event that was heard; browsers send it by themselves.',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({
    status: 200,
    description: 'The events, until the session ends.',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  @ApiSignedIn()
  async open(
    @CurrentModerator() me: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('Last-Event-ID') lastEventId?: string,
  ): Promise<void> {
    const token = readCookie(request, SESSION_COOKIE) ?? '';
    const listener = { id: me.id, siteIds: sitesWith(me, 'moderator') };
    await this.streams.serve(new EventConnection(reply), listener, token, lastEventId);
  }
}
