import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Ip,
  Param,
  Patch,
  Post,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CommentsService, IntakeService, StatusWatch } from '#comments';
import type { CommentStatus } from '#contract';
import { authorToken } from '#sites';
import {
  ApiAuthorToken,
  ApiIdempotencyKey,
  ApiPrefer,
  ApiProblems,
  ApiSiteKeys,
  BODY_PROBLEMS,
} from '../http/api-docs.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { waitSeconds } from '../http/prefer.js';
import { SiteGuard } from '../http/site.guard.js';
import { assertMayChange, isAuthor } from './authorship.js';
import { ApiCommentId, CommentId } from './comment-id.pipe.js';
import { CommentResponse, SubmitCommentResponse } from './comment.response.js';
import { submissionOf } from './submission.js';
import { EditCommentDto, SubmitCommentDto } from './submit-comment.dto.js';

@ApiTags('comments')
@Controller('v1/comments')
@UseGuards(SiteGuard)
export class CommentsController {
  constructor(
    private readonly intake: IntakeService,
    private readonly comments: CommentsService,
    private readonly watch: StatusWatch,
  ) {}

  @Post()
  @ApiSiteKeys('write')
  @ApiOperation({ summary: 'Post a comment' })
  @ApiIdempotencyKey()
  @ApiPrefer()
  @ApiResponse({
    status: 202,
    type: SubmitCommentResponse,
    description: 'The comment is stored; its verdict follows.',
  })
  @ApiResponse({
    status: 200,
    type: SubmitCommentResponse,
    description: 'The verdict came within the time of Prefer: wait.',
  })
  @ApiProblems(
    ...BODY_PROBLEMS,
    'ARTICLE_CLOSED',
    'COMMENTS_CLOSED',
    'PARENT_NOT_FOUND',
    'PARENT_OF_ANOTHER_ARTICLE',
    'PARENT_DELETED',
    'IDEMPOTENCY_KEY_REUSED',
    'SERVICE_BUSY',
  )
  async submit(
    @CurrentCaller() caller: Caller,
    @Body() dto: SubmitCommentDto,
    @Ip() ip: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('Idempotency-Key') idempotencyKey?: string,
    @Headers('Prefer') prefer?: string,
  ): Promise<SubmitCommentResponse> {
    const { id, status } = await this.intake.submit(submissionOf(dto, caller, ip, idempotencyKey));
    return this.answer(caller, id, status, reply, prefer);
  }

  @Get(':id')
  @ApiSiteKeys('read')
  @ApiCommentId()
  @ApiOperation({ summary: 'Read a comment, its status and, with the secret key, why it has it' })
  @ApiPrefer()
  @ApiAuthorToken()
  @ApiResponse({ status: 200, type: CommentResponse, description: 'The comment.' })
  @ApiProblems('COMMENT_NOT_FOUND')
  async find(
    @CurrentCaller() caller: Caller,
    @Param('id', CommentId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('Prefer') prefer?: string,
    @Headers('X-Author-Token') token?: string,
  ): Promise<CommentResponse> {
    void reply.header('cache-control', 'no-store');
    await this.wait(caller, id, reply, prefer);
    const { authorId, ...comment } = await this.comments.find(caller.site.id, id);
    if (caller.vouched) {
      const decided = await this.comments.findDecision(caller.site.id, comment);
      return { ...comment, authorId, ...decided };
    }
    if (isAuthor(caller.site, id, token)) return comment;
    const hidden = comment.shown ? {} : { body: null, authorName: null };
    return { ...comment, ...hidden, rejection: null };
  }

  @Patch(':id')
  @ApiSiteKeys('write')
  @ApiCommentId()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Change a comment within the edit window; it is checked again' })
  @ApiPrefer()
  @ApiAuthorToken()
  @ApiResponse({
    status: 202,
    type: SubmitCommentResponse,
    description: 'The new text is stored; its verdict follows.',
  })
  @ApiResponse({
    status: 200,
    type: SubmitCommentResponse,
    description: 'The verdict came within the time of Prefer: wait.',
  })
  @ApiProblems(
    ...BODY_PROBLEMS,
    'AUTHOR_TOKEN_REQUIRED',
    'AUTHOR_TOKEN_WRONG',
    'COMMENT_NOT_FOUND',
    'COMMENT_NOT_EDITABLE',
    'EDIT_WINDOW_OVER',
  )
  async edit(
    @CurrentCaller() caller: Caller,
    @Param('id', CommentId) id: string,
    @Body() { body }: EditCommentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('X-Author-Token') token?: string,
    @Headers('Prefer') prefer?: string,
  ): Promise<SubmitCommentResponse> {
    await this.comments.edit(caller.site.id, id, body, assertMayChange(caller, id, token));
    return this.answer(caller, id, 'pending', reply, prefer);
  }

  @Delete(':id')
  @ApiSiteKeys('write')
  @ApiCommentId()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Delete a comment: its text is erased' })
  @ApiAuthorToken()
  @ApiNoContentResponse({ description: 'The comment is deleted, now or before.' })
  @ApiProblems('AUTHOR_TOKEN_REQUIRED', 'AUTHOR_TOKEN_WRONG', 'COMMENT_NOT_FOUND')
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', CommentId) id: string,
    @Headers('X-Author-Token') token?: string,
  ): Promise<void> {
    await this.comments.remove(caller.site.id, id, assertMayChange(caller, id, token));
  }

  /** 202 as soon as it is stored, or 200 with the verdict for those who wait for it. */
  private async answer(
    { site }: Caller,
    id: string,
    stored: CommentStatus,
    reply: FastifyReply,
    prefer: string | undefined,
  ): Promise<SubmitCommentResponse> {
    const seconds = waitSeconds(prefer);
    const status =
      seconds > 0 && stored === 'pending'
        ? await this.watch.settled({ siteId: site.id, id }, seconds * 1000)
        : stored;
    if (seconds > 0) void reply.header('preference-applied', `wait=${seconds}`);
    const statusUrl = `/v1/comments/${id}`;
    void reply
      .status(seconds > 0 && status !== 'pending' ? HttpStatus.OK : HttpStatus.ACCEPTED)
      .header('location', statusUrl);
    return { id, status, statusUrl, authorToken: authorToken(site.signingKey, id) };
  }

  private async wait(
    { site }: Caller,
    id: string,
    reply: FastifyReply,
    prefer: string | undefined,
  ): Promise<void> {
    const seconds = waitSeconds(prefer);
    if (seconds === 0) return;
    void reply.header('preference-applied', `wait=${seconds}`);
    await this.watch.settled({ siteId: site.id, id }, seconds * 1000);
  }
}
