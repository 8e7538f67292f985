import type { Discussion } from '../discussion.js';

/** Whether something on the screen runs out by the second: a time for changes, or a wait. */
export function countsDown({ now, screen, thread }: Discussion): boolean {
  const failures = [
    screen.failure,
    screen.dialog?.failure,
    ...Object.values(screen.failures),
    ...Object.values(screen.composers).map(({ failure }) => failure),
  ];
  const waits = failures.some((failure) => (failure?.waitUntil ?? 0) > now);
  return (
    waits ||
    Object.values(thread.entries).some(
      ({ comment: { own } }) => own?.editableUntil != null && Date.parse(own.editableUntil) > now,
    )
  );
}
