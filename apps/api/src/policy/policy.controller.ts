import { Body, Controller, Delete, Get, Headers, Put, Query, Res, UseGuards } from '@nestjs/common';
import {
  ApiHeader,
  ApiOperation,
  ApiPropertyOptional,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { PoliciesService, type VersionedPolicy } from '#policies';
import { ARTICLE_LIMITS } from '../comments/submit-comment.dto.js';
import { ApiProblems, BODY_PROBLEMS } from '../http/api-docs.js';
import { type Caller, CurrentCaller, RequiresSecret } from '../http/caller.js';
import { IsText } from '../http/is-text.js';
import { SiteGuard } from '../http/site.guard.js';
import { validationFailed } from '../http/validation.js';
import { PolicyDto, policyOf } from './policy.dto.js';
import { PolicyResponse } from './policy.response.js';

class PolicyQuery {
  @ApiPropertyOptional({
    description: 'Without it, the policy of the whole site.',
    maxLength: ARTICLE_LIMITS.section,
  })
  @IsOptional()
  @IsText({ maximum: ARTICLE_LIMITS.section, lines: false })
  section?: string;

  @ApiPropertyOptional({ description: 'The site’s public key, where no header can be sent.' })
  @IsOptional()
  siteKey?: string;
}

const ApiIfMatch = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'The ETag of the version that is to be replaced; 412 if another is in force by now.',
  });

@ApiTags('policy')
@Controller('v1/policy')
@UseGuards(SiteGuard)
export class PolicyController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  @RequiresSecret()
  @ApiOperation({ summary: 'The policy in force for the site or a section' })
  @ApiResponse({ status: 200, type: PolicyResponse, description: 'The policy in force.' })
  @ApiProblems('VALIDATION_FAILED', 'SECRET_KEY_REQUIRED')
  async read(
    @CurrentCaller() { site }: Caller,
    @Query() { section = '' }: PolicyQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PolicyResponse> {
    return answer(reply, section, await this.policies.current({ siteId: site.id, section }));
  }

  @Put()
  @RequiresSecret()
  @ApiIfMatch()
  @ApiOperation({
    summary: 'Write a policy, as a new version; what is left out takes the shipped value',
  })
  @ApiResponse({ status: 200, type: PolicyResponse, description: 'The version just written.' })
  @ApiProblems(...BODY_PROBLEMS, 'SECRET_KEY_REQUIRED', 'POLICY_CHANGED')
  async write(
    @CurrentCaller() { site }: Caller,
    @Query() { section = '' }: PolicyQuery,
    @Body() dto: PolicyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('If-Match') ifMatch?: string,
  ): Promise<PolicyResponse> {
    const written = await this.policies.write(
      { siteId: site.id, section },
      policyOf(dto),
      versionOf(ifMatch),
    );
    return answer(reply, section, written);
  }

  @Delete()
  @RequiresSecret()
  @ApiIfMatch()
  @ApiOperation({ summary: 'Go back: a section to the site’s policy, the site to the shipped one' })
  @ApiResponse({
    status: 200,
    type: PolicyResponse,
    description: 'The policy that is in force from now on.',
  })
  @ApiProblems('VALIDATION_FAILED', 'SECRET_KEY_REQUIRED', 'POLICY_CHANGED')
  async withdraw(
    @CurrentCaller() { site }: Caller,
    @Query() { section = '' }: PolicyQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('If-Match') ifMatch?: string,
  ): Promise<PolicyResponse> {
    const left = await this.policies.write({ siteId: site.id, section }, null, versionOf(ifMatch));
    return answer(reply, section, left);
  }
}

function answer(reply: FastifyReply, section: string, found: VersionedPolicy): PolicyResponse {
  void reply.header('etag', `"${found.version}"`).header('cache-control', 'no-store');
  return PolicyResponse.of(section, found);
}

function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version !== undefined) return Number(version);
  throw validationFailed([
    { field: 'If-Match', rule: 'isEntityTag', message: 'must be the ETag of a policy, as in "3"' },
  ]);
}
