import { KEPT_SECONDS, type LogPosition } from '#announcements';

const ID = /^(\d{1,15})-([0-9a-z]{1,9})$/;
/** Less than what is kept: the log may be shortened while it is read. */
const RESUMABLE_MS = (KEPT_SECONDS - 60) * 1000;

/** A position in the log as clients hand it back; with its time, since the log is kept for some minutes only. */
export function eventId({ id, at }: LogPosition): string {
  return `${id}-${Math.floor(at.getTime() / 1000).toString(36)}`;
}

/** The number of the announcement behind which to go on; `null` for what is too old or none of ours. */
export function resumeAfter(lastEventId: string, now: LogPosition): number | null {
  const [, id, seconds] = ID.exec(lastEventId) ?? [];
  if (id === undefined || seconds === undefined) return null;
  return now.at.getTime() - parseInt(seconds, 36) * 1000 > RESUMABLE_MS ? null : Number(id);
}
