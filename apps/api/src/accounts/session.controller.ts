import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Patch,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts, Sessions } from '#accounts';
import { BODY_PROBLEMS } from '../http/api-docs.js';
import { ApiOpen, ApiSignedIn } from './api-signed-in.js';
import { clientNetwork } from './client-network.js';
import { CurrentModerator, ModeratorGuard, type SignedIn } from './moderator.guard.js';
import { FromOwnPages } from './own-pages.js';
import { SessionReader } from './session-reader.js';
import { SessionReplies } from './session-replies.js';
import { PasswordChangeDto, ProfileDto, SignInDto } from './session.dto.js';
import { SessionResponse, SignInOptionsResponse } from './session.response.js';

@ApiTags('session')
@Controller('v1')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly reader: SessionReader,
    private readonly replies: SessionReplies,
  ) {}

  @Get('sign-in')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The ways in which moderators sign in' })
  @ApiResponse({ status: 200, type: SignInOptionsResponse, description: 'The ways to sign in.' })
  @ApiOpen()
  options(): Promise<SignInOptionsResponse> {
    return this.accounts.options();
  }

  @Post('session')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @UseGuards(FromOwnPages)
  @ApiOperation({ summary: 'Sign in with e-mail and password' })
  @ApiResponse({ status: 200, type: SessionResponse, description: 'Who is signed in now.' })
  @ApiOpen(
    ...BODY_PROBLEMS,
    'ORIGIN_NOT_ALLOWED',
    'SIGN_IN_FAILED',
    'SIGN_IN_LOCKED',
    'PASSWORD_SIGN_IN_OFF',
  )
  async signIn(
    @Body() { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    this.accounts.assertPasswordsUsed();
    const id = await this.accounts.verify(email, password, clientNetwork(request));
    return this.replies.begin({ request, reply }, await this.sessions.open(id));
  }

  @Get('session')
  @UseGuards(ModeratorGuard)
  @ApiOperation({ summary: 'Who is signed in, and what proves further requests' })
  @ApiResponse({ status: 200, type: SessionResponse, description: 'Who is signed in.' })
  @ApiSignedIn()
  read(@CurrentModerator() me: SignedIn): SessionResponse {
    return SessionResponse.of(me);
  }

  @Patch('session')
  @UseGuards(ModeratorGuard)
  @ApiOperation({ summary: 'Change your own name and language' })
  @ApiResponse({ status: 200, type: SessionResponse, description: 'As it is now.' })
  @ApiSignedIn(...BODY_PROBLEMS)
  async update(
    @CurrentModerator() me: SignedIn,
    @Body() changes: ProfileDto,
    @Req() request: FastifyRequest,
  ): Promise<SessionResponse> {
    await this.accounts.update(me.id, changes);
    return SessionResponse.of(await this.reader.read(request));
  }

  @Delete('session')
  @HttpCode(204)
  @UseGuards(ModeratorGuard)
  @ApiOperation({ summary: 'Sign out of this browser' })
  @ApiResponse({ status: 204, description: 'The session has ended.' })
  @ApiSignedIn()
  async signOut(
    @CurrentModerator() me: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(me);
    this.replies.takeBack({ request, reply });
  }

  @Delete('sessions')
  @HttpCode(204)
  @UseGuards(ModeratorGuard)
  @ApiOperation({ summary: 'Sign out everywhere' })
  @ApiResponse({ status: 204, description: 'All your sessions have ended.' })
  @ApiSignedIn()
  async signOutEverywhere(
    @CurrentModerator() me: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(me.id);
    this.replies.takeBack({ request, reply });
  }

  @Post('session/password')
  @HttpCode(204)
  @UseGuards(ModeratorGuard)
  @ApiOperation({ summary: 'Change your own password; your other sessions end' })
  @ApiResponse({ status: 204, description: 'The new password holds.' })
  @ApiSignedIn(...BODY_PROBLEMS, 'SIGN_IN_LOCKED', 'PASSWORD_NOT_SET', 'PASSWORD_SIGN_IN_OFF')
  changePassword(
    @CurrentModerator() me: SignedIn,
    @Body() change: PasswordChangeDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.accounts.changePassword(me, change, clientNetwork(request));
  }
}
