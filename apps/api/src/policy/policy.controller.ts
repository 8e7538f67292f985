import { Body, Controller, Delete, Get, Headers, Put, Query, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PoliciesService, type VersionedPolicy } from '#policies';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { expectedVersion, versionTag } from '../http/if-match.js';
import { SecretOrSession } from './policy-api-docs.js';
import { PolicyDto, policyOf } from './policy.dto.js';
import { CurrentPolicyCaller, meantSite, type PolicyCaller, PolicyGuard } from './policy.guard.js';
import { PolicyQuery } from './policy.query.js';
import { PolicyResponse } from './policy.response.js';

const ApiIfMatch = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'The ETag of the version that is to be replaced; 412 if another is in force by now.',
  });

@ApiTags('policy')
@Controller('v1/policy')
@UseGuards(PolicyGuard)
export class PolicyController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  @SecretOrSession()
  @ApiOperation({ summary: 'The policy in force for the site or a section' })
  @ApiResponse({ status: 200, type: PolicyResponse, description: 'The policy in force.' })
  async read(
    @CurrentPolicyCaller() caller: PolicyCaller,
    @Query() { section = '', site }: PolicyQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PolicyResponse> {
    const { siteId } = meantSite(caller, 'moderator', site);
    return answer(reply, section, await this.policies.current({ siteId, section }));
  }

  @Put()
  @SecretOrSession(...BODY_PROBLEMS, 'POLICY_CHANGED')
  @ApiIfMatch()
  @ApiOperation({
    summary: 'Write a policy, as a new version; what is left out takes the shipped value',
    description: 'With the site’s secret key, or as a lead who is signed in.',
  })
  @ApiResponse({ status: 200, type: PolicyResponse, description: 'The version just written.' })
  async write(
    @CurrentPolicyCaller() caller: PolicyCaller,
    @Query() { section = '', site }: PolicyQuery,
    @Body() dto: PolicyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('If-Match') ifMatch?: string,
  ): Promise<PolicyResponse> {
    const { siteId, by } = meantSite(caller, 'lead', site);
    const condition = { expectedVersion: expectedVersion(ifMatch, 'a policy'), by };
    const written = await this.policies.write({ siteId, section }, policyOf(dto), condition);
    return answer(reply, section, written);
  }

  @Delete()
  @SecretOrSession('POLICY_CHANGED')
  @ApiIfMatch()
  @ApiOperation({
    summary: 'Go back: a section to the site’s policy, the site to the shipped one',
    description: 'With the site’s secret key, or as a lead who is signed in.',
  })
  @ApiResponse({
    status: 200,
    type: PolicyResponse,
    description: 'The policy that is in force from now on.',
  })
  async withdraw(
    @CurrentPolicyCaller() caller: PolicyCaller,
    @Query() { section = '', site }: PolicyQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('If-Match') ifMatch?: string,
  ): Promise<PolicyResponse> {
    const { siteId, by } = meantSite(caller, 'lead', site);
    const condition = { expectedVersion: expectedVersion(ifMatch, 'a policy'), by };
    return answer(reply, section, await this.policies.write({ siteId, section }, null, condition));
  }
}

function answer(reply: FastifyReply, section: string, found: VersionedPolicy): PolicyResponse {
  void reply.header('etag', versionTag(found.version)).header('cache-control', 'no-store');
  return PolicyResponse.of(section, found);
}
