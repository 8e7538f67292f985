import { useSyncExternalStore } from 'react';

/** Where cards and lists are stacked, as in the style sheets. */
const NARROW = window.matchMedia('(max-width: 719px)');

function subscribe(listener: () => void): () => void {
  NARROW.addEventListener('change', listener);
  return () => NARROW.removeEventListener('change', listener);
}

/** Whether the page is as narrow as on a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => NARROW.matches);
