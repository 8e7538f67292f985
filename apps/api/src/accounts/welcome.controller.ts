import { Body, Controller, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Invitations, Welcome } from '#accounts';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { IsText } from '../http/is-text.js';
import { ApiOpen } from './api-signed-in.js';
import { clientNetwork } from './client-network.js';
import { InvitationResponse } from './invitation.response.js';
import { FromOwnPages } from './own-pages.js';
import { SessionReader } from './session-reader.js';
import { SessionReplies } from './session-replies.js';
import { IsAddress, IsSecret, NAME_LENGTH } from './session.dto.js';
import { SessionResponse } from './session.response.js';

const IfGiven = () => ValidateIf((_, value) => value !== undefined);

class InvitationTokenDto {
  @ApiProperty({ description: 'What stands after the # of the link.' })
  @IsSecret()
  token!: string;
}

class AcceptanceDto extends InvitationTokenDto {
  @ApiPropertyOptional({
    description: 'Your e-mail address; only where the invitation names none: the first admin’s.',
  })
  @IfGiven()
  @IsAddress()
  email?: string;

  @ApiPropertyOptional({
    description: 'What colleagues see; needed for a new account.',
    maxLength: NAME_LENGTH,
  })
  @IfGiven()
  @IsText({ maximum: NAME_LENGTH, lines: false })
  name?: string;

  @ApiPropertyOptional({
    description:
      'A new one, of 12 to 256 characters; that of the account, if there is one; none if you are signed in.',
    format: 'password',
  })
  @IfGiven()
  @IsSecret()
  password?: string;
}

@ApiTags('session')
@Controller('v1/invitations')
@UseGuards(FromOwnPages)
export class WelcomeController {
  constructor(
    private readonly invitations: Invitations,
    private readonly welcome: Welcome,
    private readonly reader: SessionReader,
    private readonly replies: SessionReplies,
  ) {}

  @Post('look')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'What an invitation offers; looking does not use it' })
  @ApiResponse({ status: 200, type: InvitationResponse, description: 'The invitation.' })
  @ApiOpen(...BODY_PROBLEMS, 'ORIGIN_NOT_ALLOWED', 'INVITATION_NOT_VALID')
  look(@Body() { token }: InvitationTokenDto): Promise<InvitationResponse> {
    return this.invitations.look(token);
  }

  @Post('accept')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Accept an invitation, once, and be signed in' })
  @ApiResponse({ status: 200, type: SessionResponse, description: 'Who is signed in now.' })
  @ApiOpen(
    ...BODY_PROBLEMS,
    'ORIGIN_NOT_ALLOWED',
    'INVITATION_NOT_VALID',
    'EMAIL_TAKEN',
    'SIGN_IN_FAILED',
    'SIGN_IN_LOCKED',
    'PASSWORD_SIGN_IN_OFF',
  )
  async accept(
    @Body() acceptance: AcceptanceDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const signedIn = await this.reader.readIfAny(request);
    const token = await this.welcome.accept(acceptance, signedIn, clientNetwork(request));
    return this.replies.begin({ request, reply }, token);
  }
}
