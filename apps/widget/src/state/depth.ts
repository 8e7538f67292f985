import type { Thread } from './thread.js';

/** The deepest replies that stand among others; what is below those is shown as a thread of its own. */
export const DEEPEST = 2;

/** How deep a comment stands below the top, or below the comment that is shown alone. */
export function depthOf(entries: Thread['entries'], id: string, focus: string | null): number {
  const parentId = id === focus ? null : (entries[id]?.comment.parentId ?? null);
  return parentId === null || entries[parentId] === undefined
    ? 0
    : 1 + depthOf(entries, parentId, focus);
}
