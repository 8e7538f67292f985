import {
  Controller,
  Get,
  Header,
  Injectable,
  Param,
  type PipeTransform,
  Query,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DomainError } from '#contract';
import { PolicyHistory } from '#policies';
import { SecretOrSession } from './policy-api-docs.js';
import { CurrentPolicyCaller, meantSite, type PolicyCaller, PolicyGuard } from './policy.guard.js';
import { PolicySiteQuery, PolicyVersionsQuery } from './policy.query.js';
import { PolicyVersionPageResponse, WrittenPolicyResponse } from './policy-versions.response.js';

/** A version in a path; what is no number names none. */
@Injectable()
class VersionNumber implements PipeTransform<string, number> {
  transform(text: string): number {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new DomainError('POLICY_VERSION_NOT_FOUND', 'The site’s policy has no such version.');
  }
}

@ApiTags('policy')
@Controller('v1/policy/versions')
@UseGuards(PolicyGuard)
export class PolicyVersionsController {
  constructor(private readonly history: PolicyHistory) {}

  @Get()
  @SecretOrSession()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The versions that the policies of a site and its sections have had' })
  @ApiResponse({ status: 200, type: PolicyVersionPageResponse, description: 'Newest first.' })
  list(
    @CurrentPolicyCaller() caller: PolicyCaller,
    @Query() { site, cursor, limit }: PolicyVersionsQuery,
  ): Promise<PolicyVersionPageResponse> {
    const { siteId } = meantSite(caller, 'moderator', site);
    return this.history.page(siteId, cursor ?? null, limit);
  }

  @Get(':version')
  @SecretOrSession('POLICY_VERSION_NOT_FOUND')
  @Header('cache-control', 'no-store')
  @ApiParam({
    name: 'version',
    description: '0 is the shipped policy.',
    schema: { type: 'integer' },
  })
  @ApiOperation({
    summary: 'One version of a policy with what it says',
    description: 'To bring it back, write its `policy` as a new version.',
  })
  @ApiResponse({ status: 200, type: WrittenPolicyResponse, description: 'The version.' })
  read(
    @CurrentPolicyCaller() caller: PolicyCaller,
    @Param('version', VersionNumber) version: number,
    @Query() { site }: PolicySiteQuery,
  ): Promise<WrittenPolicyResponse> {
    return this.history.find(meantSite(caller, 'moderator', site).siteId, version);
  }
}
