/** What can be asked for; anything else is found by its time. */
export const AUDIT_ACTIONS = [
  'comment.published',
  'comment.rejected',
  'comment.held',
  'comment.edited',
  'comment.deleted',
  'comment.pinned',
  'comment.unpinned',
  'comment.featured',
  'comment.unfeatured',
  'author.trusted',
  'author.premoderated',
  'author.suspended',
  'author.banned',
  'author.cleared',
  'policy.written',
  'policy.withdrawn',
  'reason.added',
  'reason.archived',
  'reason.moved',
  'moderator.invited',
  'moderator.joined',
  'moderator.role-changed',
  'moderator.removed',
  'integration-key.issued',
  'integration-key.revoked',
  'coral-secret.added',
  'coral-secret.removed',
] as const;

const NAMES = ['site', 'action', 'moderator', 'from', 'to'] as const;
/** The filters of the trail as they stand in the address; days are local ones. */
export type AuditSearch = Partial<Record<(typeof NAMES)[number], string | undefined>>;

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const read: AuditSearch = {};
  for (const name of NAMES) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') read[name] = value;
  }
  return read;
}

/** From the beginning of the first day to the end of the last, as the service takes it. */
export function auditQuery({ from, to, ...rest }: AuditSearch): Record<string, string | undefined> {
  const query: Record<string, string | undefined> = { ...rest };
  if (from !== undefined) query['from'] = startOfDay(from, 0);
  if (to !== undefined) query['to'] = startOfDay(to, 1);
  return query;
}

function startOfDay(day: string, later: number): string | undefined {
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.getTime())) return undefined;
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
