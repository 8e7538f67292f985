import {
  Body,
  Controller,
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
import { type Asker, Authorship, CurrentAsker } from '../comments/authorship.js';
import { ApiCommentId, CommentId } from '../comments/comment-id.pipe.js';
import {
  ApiAuthorToken,
  ApiProblems,
  ApiReaderToken,
  ApiSiteKeys,
  BODY_PROBLEMS,
  CHANGE_PROBLEMS,
  READER_PROBLEMS,
} from '../http/api-docs.js';
import { LimitedTo } from '../http/limited.js';
import { ReaderGuard } from '../http/reader.js';
import { SiteGuard } from '../http/site.guard.js';
import { AppealDto, AppealTakenResponse, ReportDto, ReportResponse } from './report.dto.js';
import { reporterOf } from './reporter.js';

@ApiTags('comments')
@Controller('v1/comments')
@UseGuards(SiteGuard, ReaderGuard)
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly appeals: AppealsService,
    private readonly authorship: Authorship,
    private readonly bell: ReviewBell,
  ) {}

  @Post(':id/reports')
  @LimitedTo('actions')
  @ApiReaderToken()
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
    ...READER_PROBLEMS,
    'COMMENT_NOT_FOUND',
    'COMMENT_NOT_REPORTABLE',
    'OWN_COMMENT',
    'TOO_MANY_REPORTS',
  )
  async report(
    @CurrentAsker() asker: Asker,
    @Param('id', CommentId) id: string,
    @Body() dto: ReportDto,
    @Ip() ip: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportResponse> {
    const isAuthor = await this.authorship.isAuthor(asker, id);
    const isNew = await this.reports.report({
      siteId: asker.caller.site.id,
      commentId: id,
      reporter: { ...reporterOf(asker, dto, ip), isAuthor },
      reason: dto.reason,
      detail: dto.detail ?? null,
    });
    if (isNew) this.bell.ring();
    void reply.status(isNew ? HttpStatus.ACCEPTED : HttpStatus.OK);
    return { comment: id, repeated: !isNew };
  }

  @Post(':id/appeals')
  @LimitedTo('actions')
  @ApiReaderToken()
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
    ...CHANGE_PROBLEMS,
    ...READER_PROBLEMS,
    'COMMENT_NOT_APPEALABLE',
    'ALREADY_APPEALED',
  )
  async appeal(
    @CurrentAsker() asker: Asker,
    @Param('id', CommentId) id: string,
    @Body() { text }: AppealDto,
  ): Promise<AppealTakenResponse> {
    const by = await this.authorship.assertMayChange(asker, id);
    await this.appeals.appeal({ siteId: asker.caller.site.id, commentId: id }, text, by);
    this.bell.ring();
    return { comment: id };
  }
}
