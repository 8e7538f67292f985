import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DomainError, type InvitationView, type PendingInvitation, type Role } from '#contract';
import { Database, type Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './invitations.sql.js';
import { invitationEvent } from './membership-events.js';
import { hashToken, isToken, newToken } from './tokens.js';

/** What an invitation is for. */
export interface NewInvitation {
  siteId: string;
  role: Role;
  /** `null`: the site's first admin, who names one. */
  email: string | null;
  /** The id of the moderator who invites; `null`: the operator. */
  invitedBy: string | null;
}

/** An invitation with its token, which is told once and kept nowhere. */
export interface Issued {
  id: string;
  token: string;
  view: InvitationView;
}

interface Row {
  id: string;
  site: string;
  role: Role;
  email: string | null;
  expires_at: Date;
  invited_by: string | null;
  has_account: boolean;
}

/** Invitations to work for a site: for seven days, and for one person once. */
@Injectable()
export class Invitations {
  constructor(private readonly database: Database) {}

  /**
   * Makes an invitation, in the place of an earlier one of the same person.
   * @throws DomainError EMAIL_TAKEN when the person works for the site already.
   */
  issue(invitation: NewInvitation): Promise<Issued> {
    return this.database.transaction(async (session) => {
      const { siteId, email } = invitation;
      if ((await session.query(sql.IS_MEMBER_BY_EMAIL, [siteId, email])).length > 0) {
        throw new DomainError('EMAIL_TAKEN', 'Somebody with this e-mail works for the site.');
      }
      return issueIn(session, invitation);
    });
  }

  /** The open invitations of a site, the latest first. */
  async list(siteId: string): Promise<PendingInvitation[]> {
    const rows = await this.database.query<Row>(sql.LIST, [siteId]);
    return rows.map((row) => ({ id: row.id, ...viewOf(row), invitedBy: row.invited_by }));
  }

  /**
   * Takes an open invitation of one of these sites back.
   * @param by the admin's id
   * @throws DomainError INVITATION_NOT_FOUND
   */
  revoke(id: string, siteIds: string[], by: string): Promise<void> {
    return this.database.transaction(async (session) => {
      const [revoked] = await session.query<{ site_id: string }>(sql.REVOKE, [id, siteIds]);
      if (revoked === undefined) {
        throw new DomainError('INVITATION_NOT_FOUND', 'It was used, taken back, or never there.');
      }
      const { site_id: siteId } = revoked;
      const action = 'moderator.invitation-revoked';
      await AuditTrail.record(session, [
        invitationEvent({ siteId, by, action, subject: id, role: null }),
      ]);
    });
  }

  /**
   * What the token's invitation offers; looking does not use it.
   * @throws DomainError INVITATION_NOT_VALID
   */
  async look(token: string): Promise<InvitationView> {
    const rows = isToken(token) ? await this.database.query<Row>(sql.LOOK, [hashToken(token)]) : [];
    const [row] = rows;
    if (row === undefined) throw notValid();
    return { ...viewOf(row), hasAccount: row.has_account };
  }
}

/** Makes an invitation in the session's transaction; see {@link Invitations.issue}. */
export async function issueIn(
  session: Session,
  { siteId, role, email, invitedBy }: NewInvitation,
): Promise<Issued> {
  await session.execute(sql.VOID_EARLIER, [siteId, email]);
  const [id, token] = [uuidv7(), newToken()];
  const values = [id, hashToken(token), siteId, role, email, invitedBy];
  const [row] = await session.query<Pick<Row, 'site' | 'expires_at'>>(sql.INSERT, values);
  if (row === undefined) throw new Error('The invitation did not come back.');
  const action = 'moderator.invited';
  await AuditTrail.record(session, [
    invitationEvent({ siteId, by: invitedBy, action, subject: id, role }),
  ]);
  return { id, token, view: viewOf({ ...row, role, email }) };
}

/** What a token gets that is unknown, used, taken back or too old: all the same. */
export function notValid(): DomainError {
  return new DomainError(
    'INVITATION_NOT_VALID',
    'The link was used already, is too old, or was replaced by a newer one; ask for another.',
  );
}

function viewOf(row: Pick<Row, 'site' | 'role' | 'email' | 'expires_at'>): InvitationView {
  const { site, role, email, expires_at: expiresAt } = row;
  return { site, role, email, expiresAt: expiresAt.toISOString() };
}
