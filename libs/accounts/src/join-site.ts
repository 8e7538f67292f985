import { AuditTrail } from '#audit';
import type { Role } from '#contract';
import type { Session } from '#database';
import * as sql from './invitations.sql.js';
import { invitationEvent } from './membership-events.js';

/** What an invitation that was just used up gives. */
export interface Joined {
  site_id: string;
  role: Role;
}

/** Makes a moderator one of the site, in the transaction that uses the invitation up. */
export async function joinSite(
  session: Session,
  moderatorId: string,
  { site_id: siteId, role }: Joined,
): Promise<void> {
  await session.execute(sql.JOIN_SITE, [siteId, moderatorId, role]);
  const [by, subject] = [moderatorId, moderatorId];
  await AuditTrail.record(session, [
    invitationEvent({ siteId, by, action: 'moderator.joined', subject, role }),
  ]);
}
