import { useSyncExternalStore } from 'react';

/** One of a few values, kept in this browser. */
export interface StoredChoice<T extends string> {
  get: () => T;
  set: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
}

/** A choice kept under this name; the first value unless another one was chosen. */
export function storedChoice<T extends string>(
  name: string,
  values: readonly [T, ...T[]],
): StoredChoice<T> {
  const listeners = new Set<() => void>();
  let current = read(name, values);
  return {
    get: () => current,
    set: (value) => {
      current = value;
      try {
        localStorage.setItem(name, value);
      } catch {
        // Where storage is forbidden the choice lasts as long as the page.
      }
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read<T extends string>(name: string, values: readonly [T, ...T[]]): T {
  try {
    const kept = localStorage.getItem(name);
    return values.find((value) => value === kept) ?? values[0];
  } catch {
    return values[0];
  }
}

/** The choice as it is now; the component follows it. */
export const useStoredChoice = <T extends string>({ subscribe, get }: StoredChoice<T>): T =>
  useSyncExternalStore(subscribe, get);
