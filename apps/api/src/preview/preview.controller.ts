import {
  Body,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Header,
  HttpCode,
  HttpStatus,
  Post,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PreviewService } from '#pipeline';
import { authorOf, isSignedIn, type Sender, senderOf } from '../comments/author.js';
import {
  ApiProblems,
  ApiReaderToken,
  ApiSiteKeys,
  BODY_PROBLEMS,
  READER_PROBLEMS,
} from '../http/api-docs.js';
import { LimitedTo } from '../http/limited.js';
import { ReaderGuard, readerOf } from '../http/reader.js';
import { SiteGuard } from '../http/site.guard.js';
import { CommentPreviewResponse, PreviewCommentDto } from './preview.dto.js';

/** Whoever only asks gets no cookie. */
const CurrentAsker = createParamDecorator((_: unknown, context: ExecutionContext): Sender => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return senderOf(request, readerOf(request));
});

@ApiTags('comments')
@Controller('v1/comments/preview')
@UseGuards(SiteGuard, ReaderGuard)
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Post()
  @LimitedTo('previews')
  @ApiSiteKeys('write')
  @ApiReaderToken()
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Ask what the checks think of a comment before it is posted' })
  @ApiResponse({ status: 200, type: CommentPreviewResponse, description: 'Nothing is stored.' })
  @ApiProblems(
    ...BODY_PROBLEMS,
    ...READER_PROBLEMS,
    'READER_TOKEN_REQUIRED',
    'NUDGE_OFF',
    'ARTICLE_CLOSED',
    'COMMENTS_CLOSED',
    'SERVICE_BUSY',
  )
  preview(
    @CurrentAsker() sender: Sender,
    @Body() dto: PreviewCommentDto,
  ): Promise<CommentPreviewResponse> {
    return this.previews.preview({
      siteId: sender.caller.site.id,
      article: { externalId: dto.article.id, section: dto.article.section ?? null },
      parentId: dto.parentId?.toLowerCase() ?? null,
      body: dto.body,
      author: authorOf(dto.author, sender),
      signedIn: isSignedIn(sender),
      addressHash: sender.addressHash,
    });
  }
}
