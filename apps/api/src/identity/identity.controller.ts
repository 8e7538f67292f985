import { Body, Controller, Get, Header, Put, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type SiteIdentity, SiteIdentitiesService } from '#readers';
import { ApiProblems, BODY_PROBLEMS } from '../http/api-docs.js';
import { type Caller, CurrentCaller, RequiresSecret } from '../http/caller.js';
import { SiteGuard } from '../http/site.guard.js';
import { IdentityDto } from './identity.dto.js';

class SecretResponse {
  @ApiProperty()
  id!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

class IdentityResponse {
  @ApiProperty({ type: String, nullable: true })
  issuer!: string | null;

  @ApiProperty({ type: String, nullable: true })
  audience!: string | null;

  @ApiProperty({ type: String, nullable: true })
  jwksUrl!: string | null;

  @ApiProperty({
    type: [SecretResponse],
    description: 'Oldest first; never the secrets themselves.',
  })
  secrets!: SecretResponse[];
}

@ApiTags('site')
@Controller('v1/site/identity')
@UseGuards(SiteGuard)
export class IdentityController {
  constructor(private readonly identities: SiteIdentitiesService) {}

  @Get()
  @RequiresSecret()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How the site signs its readers in' })
  @ApiResponse({ status: 200, type: IdentityResponse, description: 'What is set up.' })
  @ApiProblems('SECRET_KEY_REQUIRED')
  async read(@CurrentCaller() { site }: Caller): Promise<IdentityResponse> {
    return responseOf(await this.identities.read(site.id));
  }

  @Put()
  @RequiresSecret()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Set up how the site signs its readers in; in force within 2 seconds' })
  @ApiResponse({ status: 200, type: IdentityResponse, description: 'What is set up now.' })
  @ApiProblems(...BODY_PROBLEMS, 'SECRET_KEY_REQUIRED')
  async write(
    @CurrentCaller() { site }: Caller,
    @Body() dto: IdentityDto,
  ): Promise<IdentityResponse> {
    const { issuer = null, audience = null, jwksUrl = null, secrets = [] } = dto;
    return responseOf(await this.identities.write(site.id, { issuer, audience, jwksUrl, secrets }));
  }
}

function responseOf({ secrets, ...rest }: SiteIdentity): IdentityResponse {
  return {
    ...rest,
    secrets: secrets.map(({ id, createdAt }) => ({ id, createdAt: createdAt.toISOString() })),
  };
}
