import {
  Body,
  Controller,
  Headers,
  HttpCode,
  HttpStatus,
  Ip,
  Param,
  Post,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AppealsService, ReportsService } from '#reports';
import { ReviewBell } from '#reviews';
import { assertMayChange, isAuthor } from '../comments/authorship.js';
import { ApiCommentId, CommentId } from '../comments/comment-id.pipe.js';
import { ApiAuthorToken, ApiProblems, ApiSiteKeys, BODY_PROBLEMS } from '../http/api-docs.js';
import { type Caller, CurrentCaller } from '../http/caller.js';
import { SiteGuard } from '../http/site.guard.js';
import { AppealDto, AppealTakenResponse, ReportDto, ReportResponse } from './report.dto.js';
import { reporterOf } from './reporter.js';

@ApiTags('comments')
@Controller('v1/comments')
@UseGuards(SiteGuard)
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly appeals: AppealsService,
    private readonly bell: ReviewBell,
  ) {}

  @Post(':id/reports')
  @ApiSiteKeys('write')
  @ApiCommentId()
  @ApiAuthorToken()
  @ApiOperation({
    summary: 'Report a published comment',
    description:
      'Each reader counts once. When the reports reach the policy’s threshold, the comment goes back to a moderator.',
  })
  @ApiResponse({ status: 202, type: ReportResponse, description: 'The report is stored.' })
  @ApiResponse({
    status: 200,
    type: ReportResponse,
    description: 'The reader had reported it before; nothing has changed.',
  })
  @ApiProblems(
    ...BODY_PROBLEMS,
    'COMMENT_NOT_FOUND',
    'COMMENT_NOT_REPORTABLE',
    'OWN_COMMENT',
    'TOO_MANY_REPORTS',
  )
  async report(
    @CurrentCaller() caller: Caller,
    @Param('id', CommentId) id: string,
    @Body() dto: ReportDto,
    @Ip() ip: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('X-Author-Token') token?: string,
  ): Promise<ReportResponse> {
    const { site } = caller;
    const isNew = await this.reports.report({
      siteId: site.id,
      commentId: id,
      reporter: { ...reporterOf(caller, dto, ip), isAuthor: isAuthor(site, id, token) },
      reason: dto.reason,
      detail: dto.detail ?? null,
    });
    if (isNew) this.bell.ring();
    void reply.status(isNew ? HttpStatus.ACCEPTED : HttpStatus.OK);
    return { comment: id, repeated: !isNew };
  }

  @Post(':id/appeals')
  @ApiSiteKeys('write')
  @ApiCommentId()
  @ApiAuthorToken()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Ask a moderator for another look at a rejected comment, once' })
  @ApiResponse({
    status: 202,
    type: AppealTakenResponse,
    description: 'The appeal is stored; the comment stays rejected until a moderator decides.',
  })
  @ApiProblems(
    ...BODY_PROBLEMS,
    'AUTHOR_TOKEN_REQUIRED',
    'AUTHOR_TOKEN_WRONG',
    'COMMENT_NOT_FOUND',
    'COMMENT_NOT_APPEALABLE',
    'ALREADY_APPEALED',
  )
  async appeal(
    @CurrentCaller() caller: Caller,
    @Param('id', CommentId) id: string,
    @Body() { text }: AppealDto,
    @Headers('X-Author-Token') token?: string,
  ): Promise<AppealTakenResponse> {
    const by = assertMayChange(caller, id, token);
    await this.appeals.appeal({ siteId: caller.site.id, commentId: id }, text, by);
    this.bell.ring();
    return { comment: id };
  }
}
