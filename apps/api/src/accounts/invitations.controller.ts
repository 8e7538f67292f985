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
import { Invitations, welcomeLink } from '#accounts';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { ApiInvitationId, InvitationId } from './account-id.pipe.js';
import { ApiSignedIn } from './api-signed-in.js';
import { IssuedInvitationResponse, PendingInvitationResponse } from './invitation.response.js';
import {
  CurrentModerator,
  ModeratorGuard,
  RequiresRole,
  type SignedIn,
  sitesWith,
} from './moderator.guard.js';
import { InviteDto } from './moderators.dto.js';
import { OneSiteDto } from './one-site.dto.js';
import { oneSite } from './one-site.js';
import { PublicAddress } from './public-address.js';

@ApiTags('moderators')
@Controller('v1/moderators/invitations')
@UseGuards(ModeratorGuard)
@RequiresRole('admin')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The open invitations of a site' })
  @ApiResponse({ status: 200, type: [PendingInvitationResponse], description: 'The latest first.' })
  @ApiSignedIn('VALIDATION_FAILED')
  list(
    @CurrentModerator() me: SignedIn,
    @Query() { site }: OneSiteDto,
  ): Promise<PendingInvitationResponse[]> {
    return this.invitations.list(oneSite(me, 'admin', site));
  }

  @Post()
  @ApiOperation({ summary: 'Invite somebody, for seven days; an earlier invitation is void' })
  @ApiResponse({ status: 201, type: IssuedInvitationResponse, description: 'With its link.' })
  @ApiSignedIn(...BODY_PROBLEMS, 'EMAIL_TAKEN')
  async invite(
    @CurrentModerator() me: SignedIn,
    @Body() { site, email, role }: InviteDto,
  ): Promise<IssuedInvitationResponse> {
    const siteId = oneSite(me, 'admin', site);
    const { id, token, view } = await this.invitations.issue({
      siteId,
      role,
      email,
      invitedBy: me.id,
    });
    return { id, ...view, link: welcomeLink(this.address.get(), token) };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiInvitationId()
  @ApiOperation({ summary: 'Take an open invitation back' })
  @ApiResponse({ status: 204, description: 'Its link opens nothing any more.' })
  @ApiSignedIn('INVITATION_NOT_FOUND')
  revoke(@CurrentModerator() me: SignedIn, @Param('id', InvitationId) id: string): Promise<void> {
    return this.invitations.revoke(id, sitesWith(me, 'admin'), me.id);
  }
}
