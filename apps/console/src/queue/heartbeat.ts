import { useEffect, useRef } from 'react';

const MINUTE_MS = 60_000;
/** Who has touched nothing for so long has left the desk. */
const IDLE_MS = 5 * MINUTE_MS;

/** Calls back each minute while the moderator is at work, and when they come back to the page. */
export function useHeartbeat(beat: () => void): void {
  const latest = useRef(beat);
  useEffect(() => {
    latest.current = beat;
  });
  useEffect(() => {
    let active = Date.now();
    const touch = (): void => {
      active = Date.now();
    };
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      touch();
      latest.current();
    };
    const timer = setInterval(() => {
      if (Date.now() - active < IDLE_MS) latest.current();
    }, MINUTE_MS);
    const touches = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    touches.forEach((name) => window.addEventListener(name, touch, { passive: true }));
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      touches.forEach((name) => window.removeEventListener(name, touch));
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
