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
import { IntegrationKeys } from '#integrations';
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
import { ApiIntegrationKeyId, IntegrationKeyId } from './integration-id.pipe.js';
import {
  IntegrationKeyResponse,
  IssuedIntegrationKeyResponse,
  IssueIntegrationKeyDto,
} from './integration-keys.dto.js';

@ApiTags('integrations')
@Controller('v1/integration-keys')
@UseGuards(ModeratorGuard)
@RequiresRole('admin')
export class IntegrationKeysController {
  constructor(private readonly keys: IntegrationKeys) {}

  @Get()
  @ApiOperation({ summary: 'The keys that other systems’ clients ask for checks with' })
  @ApiResponse({ status: 200, type: [IntegrationKeyResponse], description: 'The latest first.' })
  @ApiSignedIn('VALIDATION_FAILED')
  list(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
  ): Promise<IntegrationKeyResponse[]> {
    return this.keys.list(oneSite(me, 'admin', site));
  }

  @Post()
  @ApiOperation({ summary: 'Make a key for another system’s client; it opens nothing but checks' })
  @ApiResponse({ status: 201, type: IssuedIntegrationKeyResponse, description: 'With the key.' })
  @ApiSignedIn(...BODY_PROBLEMS)
  issue(
    @CurrentModerator() me: SignedIn,
    @Body() { site, name }: IssueIntegrationKeyDto,
  ): Promise<IssuedIntegrationKeyResponse> {
    return this.keys.issue({ siteId: oneSite(me, 'admin', site), name, by: me.id });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiIntegrationKeyId()
  @ApiOperation({ summary: 'Revoke a key, within two seconds' })
  @ApiResponse({ status: 204, description: 'Clients with this key are refused.' })
  @ApiSignedIn('INTEGRATION_KEY_NOT_FOUND')
  revoke(
    @CurrentModerator() me: SignedIn,
    @Param('id', IntegrationKeyId) id: string,
  ): Promise<void> {
    return this.keys.revoke(id, sitesWith(me, 'admin'), me.id);
  }
}
