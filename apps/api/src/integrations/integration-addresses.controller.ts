import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '#config';
import type { IntegrationAddresses } from '#contract';
import { SitesService } from '#sites';
import { ApiSignedIn } from '../accounts/api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
} from '../accounts/moderator.guard.js';
import { OneSiteDto } from '../accounts/one-site.dto.js';
import { oneSite } from '../accounts/one-site.js';

class IntegrationAddressesResponse implements IntegrationAddresses {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'https://comments.news.example',
    description: 'PUBLIC_URL; null where it is not set.',
  })
  url!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'null if all were revoked.' })
  publicKey!: string | null;
}

@ApiTags('integrations')
@Controller('v1/integrations')
@UseGuards(ModeratorGuard)
@RequiresRole('lead')
export class IntegrationAddressesController {
  constructor(
    private readonly sites: SitesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What other systems’ clients are told to find this service' })
  @ApiResponse({
    status: 200,
    type: IntegrationAddressesResponse,
    description: 'Its address and the site’s public key.',
  })
  @ApiSignedIn('VALIDATION_FAILED')
  async read(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
  ): Promise<IntegrationAddressesResponse> {
    const publicKey = await this.sites.publicKeyOf(oneSite(me, 'lead', site));
    return { url: this.config.PUBLIC_URL ?? null, publicKey };
  }
}
