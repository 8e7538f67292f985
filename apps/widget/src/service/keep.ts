/** A place for texts that outlives the page where the browser lets it, as localStorage does. */
export interface Keep {
  get(key: string): string | null;
  /** `null` forgets it. */
  set(key: string, value: string | null): void;
}

/** The browser's localStorage, or this page's memory where that is refused or full. */
export function browserKeep(): Keep {
  const memory = new Map<string, string>();
  const attempt = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt(() => localStorage.getItem(key)),
    set: (key, value) => {
      if (value === null) {
        memory.delete(key);
        attempt(() => localStorage.removeItem(key));
        return;
      }
      const kept = attempt(() => {
        localStorage.setItem(key, value);
        return true;
      });
      if (kept) memory.delete(key);
      else memory.set(key, value);
    },
  };
}

/** What is kept as JSON; `null` for what is not there or was damaged. */
export function keptJson(keep: Keep, key: string): unknown {
  try {
    return JSON.parse(keep.get(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}
