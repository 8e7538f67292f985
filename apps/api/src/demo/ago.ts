const FORMAT = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** As newspapers put it: "34 minutes ago", "3 hours ago", "yesterday". */
export function ago(minutes: number): string {
  if (minutes < 60) return FORMAT.format(-minutes, 'minute');
  if (minutes < 24 * 60) return FORMAT.format(-Math.floor(minutes / 60), 'hour');
  return FORMAT.format(-Math.floor(minutes / (24 * 60)), 'day');
}
