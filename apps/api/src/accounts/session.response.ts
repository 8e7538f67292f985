import { ApiProperty } from '@nestjs/swagger';
import type { SignedIn } from '#accounts';
import {
  type Locale,
  LOCALES,
  type Membership,
  type Role,
  ROLES,
  type SessionView,
  type SignInOptions,
} from '#contract';

export class MembershipResponse implements Membership {
  @ApiProperty({ format: 'uuid', description: 'The site’s id.' })
  id!: string;

  @ApiProperty({ description: 'The site’s name.' })
  name!: string;

  @ApiProperty({ enum: ROLES, description: 'Each role may all that the one before it may.' })
  role!: Role;
}

class SignedInResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({
    type: String,
    enum: [...LOCALES, null],
    nullable: true,
    description: 'The language of the console; null: as the browser asks.',
  })
  locale!: Locale | null;
}

/** Who is signed in. */
export class SessionResponse implements SessionView {
  @ApiProperty({ type: SignedInResponse })
  moderator!: SignedInResponse;

  @ApiProperty({ type: [MembershipResponse] })
  sites!: MembershipResponse[];

  @ApiProperty({
    description: 'To be sent as X-CSRF-Token with every request that changes something.',
  })
  csrfToken!: string;

  @ApiProperty({ format: 'date-time', description: 'When the session ends if it is not used.' })
  expiresAt!: string;

  static of({ id, name, email, locale, sites, expiresAt, csrf }: SignedIn): SessionResponse {
    const moderator = { id, name, email, locale };
    return { moderator, sites, csrfToken: csrf, expiresAt: expiresAt.toISOString() };
  }
}

class OpenIdResponse {
  @ApiProperty({ description: 'What to call it.' })
  name!: string;

  @ApiProperty({ description: 'Where to send the browser.', example: '/v1/session/openid' })
  url!: string;
}

export class SignInOptionsResponse implements SignInOptions {
  @ApiProperty({ description: 'Whether moderators sign in with e-mail and password.' })
  password!: boolean;

  @ApiProperty({ type: OpenIdResponse, nullable: true })
  openId!: OpenIdResponse | null;

  @ApiProperty({
    description: 'Whether there is no moderator yet: the one-time link is still to be used.',
  })
  empty!: boolean;
}
