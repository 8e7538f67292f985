import { Injectable } from '@nestjs/common';
import { DomainError, type InvitationView } from '#contract';
import { Database, type Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import { type Account, Accounts } from './accounts.service.js';
import * as accountsSql from './accounts.sql.js';
import { Invitations, notValid } from './invitations.service.js';
import * as sql from './invitations.sql.js';
import { joinSite, type Joined } from './join-site.js';
import { hashPassword } from './password-hash.js';
import { assertPassword } from './password-rules.js';
import { Sessions, type SignedIn } from './sessions.service.js';
import * as sessionsSql from './sessions.sql.js';
import type { ClientNetwork } from './sign-in-attempts.service.js';
import { hashToken } from './tokens.js';

/** What somebody gives with an invitation; what is needed of it depends on who he is. */
export interface Acceptance {
  token: string;
  /** Only where the invitation names none. */
  email?: string;
  name?: string;
  password?: string;
}

/** Gives the id of who accepts, in the transaction that uses the invitation up. */
type Enter = (session: Session) => Promise<string>;

/** Accepts invitations. */
@Injectable()
export class Welcome {
  constructor(
    private readonly database: Database,
    private readonly invitations: Invitations,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Uses an invitation up, and gives the token of a new session. Whoever has an account proves it by
   * being signed in or by his password; one that works for no site any more begins anew.
   * @throws DomainError INVITATION_NOT_VALID, VALIDATION_FAILED, SIGN_IN_FAILED, SIGN_IN_LOCKED, EMAIL_TAKEN
   */
  async accept(
    acceptance: Acceptance,
    signedIn: SignedIn | null,
    from: ClientNetwork,
  ): Promise<string> {
    const invitation = await this.invitations.look(acceptance.token);
    const enter = isFor(invitation.email ?? acceptance.email, signedIn)
      ? () => Promise.resolve(signedIn.id)
      : await this.prepare(acceptance, invitation, from);
    return this.database.transaction(async (session) => {
      const [used] = await session.query<Joined>(sql.USE, [hashToken(acceptance.token)]);
      if (used === undefined) throw notValid();
      const id = await enter(session);
      await joinSite(session, id, used);
      return this.sessions.open(id, session);
    });
  }

  /** All that takes long or may be refused, before a transaction holds a lock. */
  private async prepare(
    { email: typed, name, password }: Acceptance,
    { email: invited }: InvitationView,
    from: ClientNetwork,
  ): Promise<Enter> {
    // With OpenID Connect alone an invitation is accepted by signing in; the first admin has none to match.
    if (invited !== null) this.accounts.assertPasswordsUsed();
    const email = (invited ?? required('email', typed)).trim();
    const secret = required('password', password);
    const account = await this.accounts.find(email);
    if (account?.works) return this.proveOwner(account, secret, from);
    const fullName = required('name', name).trim();
    assertPassword('password', secret, email);
    const hash = await hashPassword(secret);
    const enter = account === null ? create : renew;
    return (session) =>
      enter(session, { id: account?.id ?? uuidv7(), email, name: fullName, hash });
  }

  private async proveOwner(
    account: Account,
    password: string,
    from: ClientNetwork,
  ): Promise<Enter> {
    if (account.password_hash === null) throw emailTaken();
    const id = await this.accounts.verify(account.email, password, from);
    return () => Promise.resolve(id);
  }
}

interface NewAccount {
  id: string;
  email: string;
  name: string;
  hash: string;
}

async function create(session: Session, { id, email, name, hash }: NewAccount): Promise<string> {
  const rows = await session.query(accountsSql.INSERT, [id, email, name, hash]);
  if (rows.length === 0) throw emailTaken();
  return id;
}

/** Begins an account anew that worked for no site: a session that outlived that opens nothing now. */
async function renew(session: Session, { id, name, hash }: NewAccount): Promise<string> {
  const rows = await session.query(accountsSql.RENEW, [id, name, hash]);
  if (rows.length === 0) throw emailTaken();
  await session.execute(sessionsSql.END_ALL, [id, null]);
  return id;
}

/** Whether whoever is signed in is who is meant; where nobody is named, he is. */
function isFor(email: string | undefined, signedIn: SignedIn | null): signedIn is SignedIn {
  if (signedIn === null) return false;
  return email === undefined || email.trim().toLowerCase() === signedIn.email.toLowerCase();
}

function required(field: string, value: string | undefined): string {
  if (value !== undefined) return value;
  const message = 'is required';
  throw new DomainError('VALIDATION_FAILED', `${field} ${message}.`, [
    { field, rule: 'isDefined', message },
  ]);
}

function emailTaken(): DomainError {
  return new DomainError(
    'EMAIL_TAKEN',
    'This e-mail has an account already; sign in first and open the link again.',
  );
}
