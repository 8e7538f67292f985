import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IssuedKeys } from '#sites';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from '../accounts/moderator.guard.js';
import { OneSiteDto } from '../accounts/one-site.dto.js';
import { oneSite } from '../accounts/one-site.js';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { ApiIdInPath, IdInPath } from '../http/id-in-path.js';
import { IssuedSiteKeyResponse, IssueSiteKeyDto, SiteKeyResponse } from './site-keys.dto.js';

const SiteKeyId = new IdInPath('SITE_KEY_NOT_FOUND', 'No key of the site has this id.');

@ApiTags('site')
@Controller('v1/site/keys')
@UseGuards(ModeratorGuard)
@RequiresRole('admin')
export class SiteKeysController {
  constructor(private readonly keys: IssuedKeys) {}

  @Get()
  @ApiOperation({ summary: 'A site’s public and secret keys, and those that were revoked' })
  @ApiResponse({
    status: 200,
    type: [SiteKeyResponse],
    description: 'Those in force first, the latest first; a hundred at most.',
  })
  @ApiSignedIn('VALIDATION_FAILED')
  list(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
  ): Promise<SiteKeyResponse[]> {
    return this.keys.list(oneSite(me, 'admin', site));
  }

  @Post()
  @ApiOperation({ summary: 'Make another key; those that are there stay in force' })
  @ApiResponse({ status: 201, type: IssuedSiteKeyResponse, description: 'With the key.' })
  @ApiSignedIn(...BODY_PROBLEMS)
  issue(
    @CurrentModerator() me: SignedIn,
    @Body() { site, kind }: IssueSiteKeyDto,
  ): Promise<IssuedSiteKeyResponse> {
    return this.keys.issue({ siteId: oneSite(me, 'admin', site), kind, by: me.id });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiIdInPath('The id of the key.')
  @ApiOperation({
    summary: 'Revoke a key, within two seconds; never the last one of its kind',
    description: 'Streams that were opened with it end as well.',
  })
  @ApiResponse({ status: 204, description: 'Whoever comes with this key is refused.' })
  @ApiSignedIn('SITE_KEY_NOT_FOUND', 'LAST_SITE_KEY')
  revoke(@CurrentModerator() me: SignedIn, @Param('id', SiteKeyId) id: string): Promise<void> {
    return this.keys.revoke(id, sitesWith(me, 'admin'), me.id);
  }
}
