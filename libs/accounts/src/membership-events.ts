import type { AuditEvent } from '#audit';
import type { Role } from '#contract';

/** How the trail tells what becomes of an invitation; never for whom it was, since the trail cannot forget. */
interface InvitationEvent {
  siteId: string;
  /** The moderator who did it; `null`: the operator. */
  by: string | null;
  action: 'moderator.invited' | 'moderator.invitation-revoked' | 'moderator.joined';
  /** The id of the invitation, or of who joined by it. */
  subject: string;
  role: Role | null;
}

/** A line of the trail about an invitation. */
export function invitationEvent({
  siteId,
  by,
  action,
  subject,
  role,
}: InvitationEvent): AuditEvent {
  return {
    siteId,
    actor: by === null ? 'system' : 'moderator',
    actorId: by,
    action,
    subject: { type: 'moderator', id: subject },
    before: null,
    after: role && { role },
  };
}
