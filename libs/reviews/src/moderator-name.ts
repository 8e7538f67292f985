import type { ModeratorName } from '#contract';

/** A moderator as rows have one; `null` for nobody, and for who is gone. */
export function moderatorName(id: string | null, name: string | null): ModeratorName | null {
  return id === null || name === null ? null : { id, name };
}
