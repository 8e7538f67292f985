import { Body, Controller, Get, Headers, Patch, Query, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SiteSettings } from '#sites';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
} from '../accounts/moderator.guard.js';
import { OneSiteDto } from '../accounts/one-site.dto.js';
import { oneSite } from '../accounts/one-site.js';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { expectedVersion, versionTag } from '../http/if-match.js';
import { ChangeSiteDto, SiteResponse } from './site.dto.js';

@ApiTags('site')
@Controller('v1/site')
@UseGuards(ModeratorGuard)
@RequiresRole('admin')
export class SiteController {
  constructor(private readonly settings: SiteSettings) {}

  @Get()
  @ApiOperation({ summary: 'A site’s name, and the origins whose pages may use its public key' })
  @ApiResponse({ status: 200, type: SiteResponse, description: 'As it is now, with its ETag.' })
  @ApiSignedIn('VALIDATION_FAILED')
  async read(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteResponse> {
    return answer(reply, await this.settings.read(oneSite(me, 'admin', site)));
  }

  @Patch()
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag of what is to be changed; 412 if somebody else was faster.',
  })
  @ApiOperation({
    summary: 'Change a site’s name or origins; in force within two seconds',
    description:
      'Origins that were set here are not overwritten by MODERATO_SITE_ORIGINS any more, at whatever start.',
  })
  @ApiResponse({ status: 200, type: SiteResponse, description: 'As it is from now on.' })
  @ApiSignedIn(...BODY_PROBLEMS, 'SITE_CHANGED', 'SITE_NAME_TAKEN')
  async change(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
    @Body() change: ChangeSiteDto,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('If-Match') ifMatch?: string,
  ): Promise<SiteResponse> {
    const version = expectedVersion(ifMatch, 'a site');
    const write = { siteId: oneSite(me, 'admin', site), expectedVersion: version, by: me.id };
    return answer(reply, await this.settings.change(write, change));
  }
}

function answer(reply: FastifyReply, site: SiteResponse): SiteResponse {
  void reply.header('etag', versionTag(site.version));
  return site;
}
