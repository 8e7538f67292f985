import type { Role } from '#contract';

/** Each may all that the one before may. */
export const TEAM_ROLES = ['moderator', 'lead', 'admin'] as const satisfies readonly Role[];
