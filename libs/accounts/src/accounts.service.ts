import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { DomainError, type Locale, type SignInOptions } from '#contract';
import { Database } from '#database';
import * as sql from './accounts.sql.js';
import { hashPassword, isPassword } from './password-hash.js';
import { assertPassword } from './password-rules.js';
import type { SignedIn } from './sessions.service.js';
import * as sessionsSql from './sessions.sql.js';
import { type ClientNetwork, SignInAttempts } from './sign-in-attempts.service.js';

/** An account as signing in looks at it. */
export interface Account {
  id: string;
  email: string;
  password_hash: string | null;
  works: boolean;
}

/** Accounts of moderators: their passwords, names and languages. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The ways to sign in. */
  async options(): Promise<SignInOptions> {
    const [row] = await this.database.query<{ empty: boolean }>(sql.EMPTY);
    const { OIDC_ISSUER, OIDC_NAME, OIDC_ONLY } = this.config;
    return {
      password: OIDC_ONLY === 'false',
      openId: OIDC_ISSUER === undefined ? null : { name: OIDC_NAME, url: '/v1/session/openid' },
      empty: row?.empty ?? false,
    };
  }

  /** @throws DomainError PASSWORD_SIGN_IN_OFF where only OpenID Connect is used. */
  assertPasswordsUsed(): void {
    if (this.config.OIDC_ONLY === 'false') return;
    throw new DomainError('PASSWORD_SIGN_IN_OFF', `Sign in with ${this.config.OIDC_NAME}.`);
  }

  async find(email: string): Promise<Account | null> {
    const [account] = await this.database.query<Account>(sql.FIND_BY_EMAIL, [email.trim()]);
    return account ?? null;
  }

  /**
   * The id of whoever has this e-mail and password.
   * @throws DomainError SIGN_IN_FAILED, the same whichever is wrong; SIGN_IN_LOCKED after too many of them.
   */
  async verify(email: string, password: string, from: ClientNetwork): Promise<string> {
    const id = await this.attempts.attempt(email, from, async () => {
      const account = await this.find(email);
      const right = await isPassword(account?.password_hash ?? null, password);
      return right && account?.works ? account.id : null;
    });
    if (id !== null) return id;
    throw new DomainError('SIGN_IN_FAILED', 'No account has this e-mail with this password.');
  }

  /** Changes what is given of a moderator's own settings. */
  async update(id: string, changes: { name?: string; locale?: Locale | null }): Promise<void> {
    const { name, locale } = changes;
    const values = [id, name?.trim() ?? null, locale !== undefined, locale ?? null];
    await this.database.execute(sql.SET_PROFILE, values);
  }

  /**
   * Gives the moderator another password and ends his other sessions.
   * @throws DomainError VALIDATION_FAILED, PASSWORD_NOT_SET, SIGN_IN_LOCKED
   */
  async changePassword(
    { id, email, sessionId }: SignedIn,
    { current, next }: { current: string; next: string },
    from: ClientNetwork,
  ): Promise<void> {
    this.assertPasswordsUsed();
    assertPassword('next', next, email);
    const [row] = await this.database.query<{ password_hash: string | null }>(sql.PASSWORD_HASH, [
      id,
    ]);
    const stored = row?.password_hash ?? null;
    if (stored === null) {
      throw new DomainError('PASSWORD_NOT_SET', 'This account signs in without a password.');
    }
    const right = await this.attempts.attempt(email, from, async () =>
      (await isPassword(stored, current)) ? true : null,
    );
    if (right === null) throw wrongCurrent();
    const hash = await hashPassword(next);
    await this.database.transaction(async (session) => {
      await session.execute(sql.SET_PASSWORD, [id, hash]);
      await session.execute(sessionsSql.END_ALL, [id, sessionId]);
    });
  }
}

function wrongCurrent(): DomainError {
  const message = 'is not the present password';
  return new DomainError('VALIDATION_FAILED', `current ${message}.`, [
    { field: 'current', rule: 'isCurrentPassword', message },
  ]);
}
