import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
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
  ApiReaderToken,
  ApiSiteKeys,
  BODY_PROBLEMS,
  CHANGE_PROBLEMS,
  READER_PROBLEMS,
} from '../http/api-docs.js';
import type { Caller } from '../http/caller.js';
import { LimitedTo } from '../http/limited.js';
import { waitSeconds } from '../http/prefer.js';
import { ReaderGuard } from '../http/reader.js';
import { SiteGuard } from '../http/site.guard.js';
import { CurrentSender, type Sender } from './author.js';
import { type Asker, assertSigns, Authorship, CurrentAsker } from './authorship.js';
import { ApiCommentId, CommentId } from './comment-id.pipe.js';
import { CommentResponse, SubmitCommentResponse } from './comment.response.js';
import { submissionOf } from './submission.js';
import { EditCommentDto, SubmitCommentDto } from './submit-comment.dto.js';

@ApiTags('comments')
@Controller('v1/comments')
@UseGuards(SiteGuard, ReaderGuard)
export class CommentsController {
  constructor(
    private readonly intake: IntakeService,
    private readonly comments: CommentsService,
    private readonly watch: StatusWatch,
    private readonly authorship: Authorship,
  ) {}

  @Post()
  @LimitedTo('posts')
  @ApiSiteKeys('write')
  @ApiReaderToken()
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
    'READER_TOKEN_REQUIRED',
    ...READER_PROBLEMS,
    'PARENT_NOT_FOUND',
    'PARENT_OF_ANOTHER_ARTICLE',
    'PARENT_DELETED',
    'IDEMPOTENCY_KEY_REUSED',
    'SERVICE_BUSY',
  )
  async submit(
    @CurrentSender() sender: Sender,
    @Body() dto: SubmitCommentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('Idempotency-Key') idempotencyKey?: string,
    @Headers('Prefer') prefer?: string,
  ): Promise<SubmitCommentResponse> {
    assertSigns(sender.caller.site);
    const { id, status } = await this.intake.submit(submissionOf(dto, sender, idempotencyKey));
    return this.answer(sender.caller, id, status, reply, prefer);
  }

  @Get(':id')
  @LimitedTo('reads')
  @ApiSiteKeys('read')
  @ApiReaderToken()
  @ApiCommentId()
  @ApiOperation({ summary: 'Read a comment, its status and, with the secret key, why it has it' })
  @ApiPrefer()
  @ApiAuthorToken()
  @ApiResponse({ status: 200, type: CommentResponse, description: 'The comment.' })
  @ApiProblems('COMMENT_NOT_FOUND', ...READER_PROBLEMS)
  async find(
    @CurrentAsker() asker: Asker,
    @Param('id', CommentId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('Prefer') prefer?: string,
  ): Promise<CommentResponse> {
    const { caller } = asker;
    void reply.header('cache-control', 'no-store');
    await this.wait(caller, id, reply, prefer);
    const { authorId, ...comment } = await this.comments.find(caller.site.id, id);
    if (caller.vouched) {
      const decided = await this.comments.findDecision(caller.site.id, comment);
      return { ...comment, authorId, ...decided };
    }
    if (await this.authorship.isAuthor(asker, id)) return comment;
    const hidden = comment.shown ? {} : { body: null, authorName: null };
    return { ...comment, ...hidden, rejection: null };
  }

  @Patch(':id')
  @LimitedTo('actions')
  @ApiSiteKeys('write')
  @ApiReaderToken()
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
    ...CHANGE_PROBLEMS,
    ...READER_PROBLEMS,
    'COMMENT_NOT_EDITABLE',
    'EDIT_WINDOW_OVER',
  )
  async edit(
    @CurrentAsker() asker: Asker,
    @Param('id', CommentId) id: string,
    @Body() { body }: EditCommentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('Prefer') prefer?: string,
  ): Promise<SubmitCommentResponse> {
    assertSigns(asker.caller.site);
    const by = await this.authorship.assertMayChange(asker, id);
    await this.comments.edit(asker.caller.site.id, id, body, by);
    return this.answer(asker.caller, id, 'pending', reply, prefer);
  }

  @Delete(':id')
  @LimitedTo('actions')
  @ApiSiteKeys('write')
  @ApiReaderToken()
  @ApiCommentId()
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Delete a comment: its text is erased' })
  @ApiAuthorToken()
  @ApiNoContentResponse({ description: 'The comment is deleted, now or before.' })
  @ApiProblems(...CHANGE_PROBLEMS, ...READER_PROBLEMS)
  async remove(@CurrentAsker() asker: Asker, @Param('id', CommentId) id: string): Promise<void> {
    const by = await this.authorship.assertMayChange(asker, id);
    await this.comments.remove(asker.caller.site.id, id, by);
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
