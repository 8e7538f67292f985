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
import { CoralSecrets } from '#integrations';
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
import { AddCoralSecretDto, CoralSecretResponse } from './coral-secrets.dto.js';
import { ApiCoralSecretId, CoralSecretId } from './integration-id.pipe.js';

@ApiTags('integrations')
@Controller('v1/integrations/coral-secrets')
@UseGuards(ModeratorGuard)
@RequiresRole('admin')
export class CoralSecretsController {
  constructor(private readonly secrets: CoralSecrets) {}

  @Get()
  @ApiOperation({ summary: 'The secrets that a site’s Coral signs its questions with' })
  @ApiResponse({ status: 200, type: [CoralSecretResponse], description: 'The latest first.' })
  @ApiSignedIn('VALIDATION_FAILED')
  list(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
  ): Promise<CoralSecretResponse[]> {
    return this.secrets.list(oneSite(me, 'admin', site));
  }

  @Post()
  @ApiOperation({ summary: 'Take a signing secret of Coral; several are good at a time' })
  @ApiResponse({ status: 201, type: CoralSecretResponse, description: 'As far as it is told.' })
  @ApiSignedIn(...BODY_PROBLEMS)
  add(
    @CurrentModerator() me: SignedIn,
    @Body() { site, secret }: AddCoralSecretDto,
  ): Promise<CoralSecretResponse> {
    return this.secrets.add({ siteId: oneSite(me, 'admin', site), secret, by: me.id });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiCoralSecretId()
  @ApiOperation({ summary: 'Remove a signing secret, within two seconds' })
  @ApiResponse({ status: 204, description: 'What is signed with it is refused.' })
  @ApiSignedIn('CORAL_SECRET_NOT_FOUND')
  remove(@CurrentModerator() me: SignedIn, @Param('id', CoralSecretId) id: string): Promise<void> {
    return this.secrets.remove(id, sitesWith(me, 'admin'), me.id);
  }
}
