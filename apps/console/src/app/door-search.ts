/** What the page for signing in is told. */
export interface DoorSearch {
  /** Where to go on, within the console. */
  next?: string;
  /** Why the newsroom's own sign-in sent us back. */
  error?: string;
  /** `yes` after signing out, `ended` when the service no longer knows the session. */
  out?: string;
}

/** Only a path of the console itself: a link must not lead elsewhere after signing in. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])/.test(path);

export function readDoorSearch(search: Record<string, unknown>): DoorSearch {
  const { next, error, out } = search;
  return {
    ...(typeof next === 'string' && isOwnPath(next) ? { next } : {}),
    ...(typeof error === 'string' ? { error } : {}),
    ...(typeof out === 'string' ? { out } : {}),
  };
}
