import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Query,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Managed, Members } from '#accounts';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { ApiModeratorId, ModeratorId } from './account-id.pipe.js';
import { ApiSignedIn } from './api-signed-in.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from './moderator.guard.js';
import { ModeratorResponse, RoleDto } from './moderators.dto.js';
import { OneSiteDto } from './one-site.dto.js';
import { oneSite } from './one-site.js';

@ApiTags('moderators')
@Controller('v1/moderators')
@UseGuards(ModeratorGuard)
@RequiresRole('admin')
export class ModeratorsController {
  constructor(private readonly members: Members) {}

  @Get()
  @ApiOperation({ summary: 'Everybody who works for a site' })
  @ApiResponse({ status: 200, type: [ModeratorResponse], description: 'By name.' })
  @ApiSignedIn('VALIDATION_FAILED')
  list(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
  ): Promise<ModeratorResponse[]> {
    return this.members.list(oneSite(me, 'admin', site));
  }

  @Patch(':id')
  @ApiModeratorId()
  @ApiOperation({ summary: 'Change what a moderator may do on a site' })
  @ApiResponse({ status: 200, type: ModeratorResponse, description: 'As it is now.' })
  @ApiSignedIn(...BODY_PROBLEMS, 'MODERATOR_NOT_FOUND', 'LAST_ADMIN')
  setRole(
    @CurrentModerator() me: SignedIn,
    @Param('id', ModeratorId) id: string,
    @Query() { site }: OneSiteDto,
    @Body() { role }: RoleDto,
  ): Promise<ModeratorResponse> {
    return this.members.setRole(managed(me, id, site), role);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiModeratorId()
  @ApiOperation({ summary: 'End a moderator’s work for a site, and all sessions' })
  @ApiResponse({ status: 204, description: 'The moderator works for the site no more.' })
  @ApiSignedIn('VALIDATION_FAILED', 'MODERATOR_NOT_FOUND', 'LAST_ADMIN')
  remove(
    @CurrentModerator() me: SignedIn,
    @Param('id', ModeratorId) id: string,
    @Query() { site }: OneSiteDto,
  ): Promise<void> {
    return this.members.remove(managed(me, id, site));
  }

  @Delete(':id/sessions')
  @HttpCode(204)
  @ApiModeratorId()
  @ApiOperation({ summary: 'Sign a moderator out everywhere' })
  @ApiResponse({ status: 204, description: 'All sessions of the moderator have ended.' })
  @ApiSignedIn('MODERATOR_NOT_FOUND')
  signOut(@CurrentModerator() me: SignedIn, @Param('id', ModeratorId) id: string): Promise<void> {
    return this.members.signOut(sitesWith(me, 'admin'), { moderatorId: id, by: me.id });
  }
}

function managed(me: SignedIn, moderatorId: string, site?: string): Managed {
  return { siteId: oneSite(me, 'admin', site), moderatorId, by: me.id };
}
