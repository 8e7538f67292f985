import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenIdFailure, OpenIdProvider, OpenIdSignIn } from '#accounts';
import { CONFIG, type Config } from '#config';
import { DomainError } from '#contract';
import { ApiOpen } from './api-signed-in.js';
import { ATTEMPT_SECONDS, openAttempt, sealAttempt } from './openid-attempt.js';
import { PublicAddress } from './public-address.js';
import { type Exchange, readCookie, setCookie } from './session-cookie.js';
import { SessionReplies } from './session-replies.js';

const ATTEMPT_COOKIE = 'moderato_openid';
const CALLBACK = 'v1/session/openid/callback';

/** Says to which page of the console the browser is sent. */
const ApiRedirect = (description: string) => ApiResponse({ status: 302, description });

@ApiTags('session')
@Controller()
export class OpenIdController {
  constructor(
    private readonly provider: OpenIdProvider,
    private readonly people: OpenIdSignIn,
    private readonly replies: SessionReplies,
    private readonly address: PublicAddress,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('v1/session/openid')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Sign in with the newsroom’s own account' })
  @ApiRedirect('To the provider; back to the console with an error if it is out of reach.')
  @ApiOpen('OPENID_NOT_SET_UP')
  begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.redirect(reply, async () => {
      const { url, attempt } = await this.provider.begin(this.callback());
      const sealed = sealAttempt(attempt, this.secret(), Date.now());
      this.remember({ request, reply }, sealed, ATTEMPT_SECONDS);
      return url.href;
    });
  }

  @Get(CALLBACK)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Where the provider sends the browser back to' })
  @ApiQuery({ name: 'code', required: false, description: 'As OpenID Connect has it.' })
  @ApiQuery({ name: 'state', required: false, description: 'As OpenID Connect has it.' })
  @ApiRedirect('To the console, signed in; or to its page for signing in, with an error.')
  @ApiOpen('OPENID_NOT_SET_UP')
  finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.redirect(reply, async () => {
      const sealed = readCookie(request, ATTEMPT_COOKIE) ?? '';
      const attempt = openAttempt(sealed, this.secret(), Date.now());
      this.remember({ request, reply }, '', 0);
      if (attempt === null) throw new OpenIdFailure('OPENID_ATTEMPT_OVER');
      const returned = new URL(this.callback());
      returned.search = new URL(request.url, returned).search;
      const identity = await this.provider.finish(returned, attempt);
      this.replies.give({ request, reply }, await this.people.signIn(identity));
      return `${this.address.get()}/console`;
    });
  }

  /** People see this in their browser: what went wrong is told by the console, not by problem details. */
  private async redirect(reply: FastifyReply, target: () => Promise<string>): Promise<void> {
    if (!this.provider.isSetUp) {
      throw new DomainError('OPENID_NOT_SET_UP', 'Set OIDC_ISSUER to use it.');
    }
    let location: string;
    try {
      location = await target();
    } catch (error) {
      if (!(error instanceof OpenIdFailure)) throw error;
      location = `${this.address.get()}/console/sign-in?error=${error.code}`;
    }
    await reply.redirect(location, 302);
  }

  /** Lax, for it has to come along when the provider's page leads back here. */
  private remember(exchange: Exchange, sealed: string, seconds: number): void {
    setCookie(exchange, ATTEMPT_COOKIE, sealed, { seconds, sameSite: 'lax' });
  }

  private callback(): string {
    return `${this.address.get()}/${CALLBACK}`;
  }

  private secret(): string {
    return this.config.OIDC_CLIENT_SECRET ?? '';
  }
}
