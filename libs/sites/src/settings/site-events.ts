import type { AuditEvent } from '#audit';

/** What can be done, and to what. */
const SUBJECTS = {
  'site.changed': 'site',
  'site-key.issued': 'site-key',
  'site-key.revoked': 'site-key',
} as const;

/** How the trail tells what becomes of a site and its keys; never a secret key itself. */
interface SiteEvent extends Partial<Pick<AuditEvent, 'before' | 'after'>> {
  siteId: string;
  /** The moderator's id; `null`: the operator, by the environment. */
  by: string | null;
  action: keyof typeof SUBJECTS;
  /** Of the site or the key. */
  id: string;
}

/** A line of the trail about a site or a key of it. */
export function siteEvent({
  siteId,
  by,
  action,
  id,
  before = null,
  after = null,
}: SiteEvent): AuditEvent {
  const actor = by === null ? 'system' : 'moderator';
  const subject = { type: SUBJECTS[action], id };
  return { siteId, actor, actorId: by, action, subject, before, after };
}
