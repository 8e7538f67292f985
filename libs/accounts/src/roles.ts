import { type Role, ROLES } from '#contract';

/** Whether a role allows what another one does: each may all that the one before it may. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
