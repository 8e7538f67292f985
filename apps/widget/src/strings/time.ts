const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to how long ago each unit is used, and its length, in milliseconds. */
const UNITS: readonly [limit: number, unit: Intl.RelativeTimeFormatUnit, length: number][] = [
  [HOUR, 'minute', MINUTE],
  [DAY, 'hour', HOUR],
  [7 * DAY, 'day', DAY],
];

/** How long ago that was, as in "5 minutes ago"; the date from a week on. */
export function relativeTime(iso: string, now: number, locale: string): string {
  const then = Date.parse(iso);
  // A reader's clock may be behind the server's.
  const past = Math.max(0, now - then);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (past < MINUTE) return format.format(0, 'second');
  for (const [limit, unit, length] of UNITS) {
    if (past < limit) return format.format(-Math.floor(past / length), unit);
  }
  const sameYear = new Date(then).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year }).format(then);
}

/** Day and time in full. */
export function fullTime(iso: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
  return format.format(Date.parse(iso));
}

/** What is left of a time, as in 4:07; hours as minutes. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
