import { Injectable } from '@nestjs/common';
import { Database, type Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import type { Account } from './accounts.service.js';
import * as accountsSql from './accounts.sql.js';
import * as invitationsSql from './invitations.sql.js';
import { joinSite, type Joined } from './join-site.js';
import { OpenIdFailure, type OpenIdIdentity } from './openid-provider.js';
import * as sql from './openid.sql.js';
import { Sessions } from './sessions.service.js';

interface Id {
  id: string;
}

/** Signs in whom the provider has sent: a moderator it was known to be, or whose verified e-mail says so. */
@Injectable()
export class OpenIdSignIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Begins a session and gives its token. Open invitations of a verified e-mail are accepted.
   * @throws OpenIdFailure OPENID_UNKNOWN_PERSON, OPENID_EMAIL_NOT_VERIFIED, OPENID_ANOTHER_ACCOUNT
   */
  signIn(identity: OpenIdIdentity): Promise<string> {
    return this.database.transaction(async (session) => {
      const { issuer, subject, verifiedEmail } = identity;
      if (verifiedEmail !== null) await session.query(sql.LOCK_EMAIL, [verifiedEmail]);
      const [known] = await session.query<Id>(sql.FIND, [issuer, subject]);
      const invited = await invitations(session, verifiedEmail);
      const id = known?.id ?? (await this.introduce(session, identity, invited.length > 0));
      for (const joined of invited) await joinSite(session, id, joined);
      if ((await session.query(sql.WORKS, [id])).length === 0) {
        throw new OpenIdFailure('OPENID_UNKNOWN_PERSON');
      }
      return this.sessions.open(id, session);
    });
  }

  /** The moderator whom an identity that was never seen belongs to, by the e-mail. */
  private async introduce(
    session: Session,
    { issuer, subject, verifiedEmail: email, name }: OpenIdIdentity,
    isInvited: boolean,
  ): Promise<string> {
    if (email === null) throw new OpenIdFailure('OPENID_EMAIL_NOT_VERIFIED');
    const [account] = await session.query<Account>(accountsSql.FIND_BY_EMAIL, [email]);
    if (account === undefined && !isInvited) throw new OpenIdFailure('OPENID_UNKNOWN_PERSON');
    const id = account?.id ?? (await create(session, email, name));
    const [linked] = await session.query<Id>(sql.LINK, [issuer, subject, id]);
    if (linked === undefined) throw new OpenIdFailure('OPENID_ANOTHER_ACCOUNT');
    return id;
  }
}

async function invitations(session: Session, email: string | null): Promise<Joined[]> {
  return email === null ? [] : session.query<Joined>(invitationsSql.USE_BY_EMAIL, [email]);
}

async function create(session: Session, email: string, name: string | null): Promise<string> {
  const fullName = name ?? email.split('@')[0] ?? email;
  const [row] = await session.query<Id>(accountsSql.INSERT, [uuidv7(), email, fullName, null]);
  if (row === undefined) throw new OpenIdFailure('OPENID_ATTEMPT_OVER');
  return row.id;
}
