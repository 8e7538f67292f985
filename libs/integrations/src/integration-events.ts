import type { AuditEvent } from '#audit';

/** What can be done, and to what. */
const SUBJECTS = {
  'coral-secret.added': 'coral-secret',
  'coral-secret.removed': 'coral-secret',
  'integration-key.issued': 'integration-key',
  'integration-key.revoked': 'integration-key',
} as const;

/** How the trail tells what becomes of a key or a secret; never the key or the secret itself. */
interface IntegrationEvent extends Partial<Pick<AuditEvent, 'before' | 'after'>> {
  siteId: string;
  /** The moderator's id. */
  by: string;
  action: keyof typeof SUBJECTS;
  /** Of the key or the secret. */
  id: string;
}

/** A line of the trail about a key or a secret. */
export function integrationEvent({
  siteId,
  by,
  action,
  id,
  before = null,
  after = null,
}: IntegrationEvent): AuditEvent {
  const subject = { type: SUBJECTS[action], id };
  return { siteId, actor: 'moderator', actorId: by, action, subject, before, after };
}
