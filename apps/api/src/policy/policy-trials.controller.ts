import {
  Body,
  Controller,
  Header,
  HttpCode,
  HttpStatus,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database } from '#database';
import { LimitsService } from '#limits';
import { readReviewComments } from '#reviews';
import { LatestTrials, TextTrials } from '#trials';
import { ApiLimits, BODY_PROBLEMS } from '../http/api-docs.js';
import { assertWithin } from '../http/limited.js';
import { SecretOrSession } from './policy-api-docs.js';
import { policyOf } from './policy.dto.js';
import { CurrentPolicyCaller, meantSite, type PolicyCaller, PolicyGuard } from './policy.guard.js';
import { PolicyQuery } from './policy.query.js';
import { TryLatestDto, TryPolicyDto } from './policy-trials.dto.js';
import { LatestTrialResponse, PolicyTrialResponse } from './policy-trials.response.js';

@ApiTags('policy')
@Controller('v1/policy/try')
@UseGuards(PolicyGuard)
export class PolicyTrialsController {
  constructor(
    private readonly texts: TextTrials,
    private readonly latest: LatestTrials,
    private readonly limits: LimitsService,
    private readonly database: Database,
  ) {}

  @Post()
  @SecretOrSession(...BODY_PROBLEMS, 'SERVICE_BUSY')
  @ApiLimits()
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Try a text under the policy in force, and under a draft',
    description:
      'The text is judged by itself, as if nothing had been posted before. Moderators may try what is in force, leads a draft as well.',
  })
  @ApiResponse({ status: 200, type: PolicyTrialResponse, description: 'Nothing is stored.' })
  async try(
    @CurrentPolicyCaller() caller: PolicyCaller,
    @Query() { section = '', site }: PolicyQuery,
    @Body() { body, policy, author }: TryPolicyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PolicyTrialResponse> {
    const draft = policy ? policyOf(policy) : null;
    const { siteId, by } = meantSite(caller, draft === null ? 'moderator' : 'lead', site);
    await this.assertNotTooOften(siteId, by, reply);
    return this.texts.try({ siteId, section }, { body, standing: author }, draft);
  }

  @Post('latest')
  @SecretOrSession(...BODY_PROBLEMS, 'SERVICE_BUSY')
  @ApiLimits()
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Try a draft on the latest comments',
    description:
      'By what the checks found when they came; `unanswered` names what of the draft that cannot answer for. For leads.',
  })
  @ApiResponse({ status: 200, type: LatestTrialResponse, description: 'Nothing is stored.' })
  async tryLatest(
    @CurrentPolicyCaller() caller: PolicyCaller,
    @Query() { section = '', site }: PolicyQuery,
    @Body() { policy, limit }: TryLatestDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LatestTrialResponse> {
    const { siteId, by } = meantSite(caller, 'lead', site);
    await this.assertNotTooOften(siteId, by, reply);
    const trial = await this.latest.try({ siteId, section }, policyOf(policy), limit);
    const refs = trial.comments.map(({ id }) => ({ siteId, commentId: id }));
    const found = await readReviewComments(this.database, refs);
    const verdicts = new Map(trial.comments.map(({ id, ...verdict }) => [id, verdict]));
    const comments = found.flatMap((comment) => {
      const verdict = verdicts.get(comment.id);
      return verdict === undefined ? [] : [{ comment, ...verdict }];
    });
    return { ...trial, comments };
  }

  /** Each moderator as often as a reader may ask for previews; the site's own server knows what it does. */
  private async assertNotTooOften(
    siteId: string,
    moderator: string | null,
    reply: FastifyReply,
  ): Promise<void> {
    if (moderator === null) return;
    const reader = `moderator:${moderator}`;
    const asker = { siteId, reader, address: null, article: null, key: null };
    assertWithin(await this.limits.take('previews', asker), reply);
  }
}
