const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** The largest unit that is full, rounded down; seconds only under a minute. */
export function relativeTime(
  at: number,
  now: number,
): { value: number; unit: (typeof UNITS)[number][0] | 'second' } {
  const seconds = Math.trunc((at - now) / 1000);
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return { value: Math.trunc(seconds / size), unit };
  }
  // "In 2 seconds" is a clock that goes wrong.
  return { value: Math.min(0, seconds), unit: 'second' };
}
