import { DomainError, type ReviewQueue } from '#contract';
import type { Place } from './review-query.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}$/;

/** A place as a caller keeps it; good for the same queue only. */
export function writeCursor(queue: ReviewQueue | 'campaigns', place: Place): string {
  return Buffer.from(JSON.stringify([queue, place.at, place.id])).toString('base64url');
}

/** @throws DomainError VALIDATION_FAILED when it is none of ours, or one of another queue. */
export function readCursor(queue: ReviewQueue | 'campaigns', cursor: string): Place {
  const [ofQueue, at, id] = parse(cursor);
  if (ofQueue === queue && isMoment(at) && typeof id === 'string' && UUID.test(id)) {
    return { at, id };
  }
  const message = 'must be the next of a page of the same queue';
  throw new DomainError('VALIDATION_FAILED', `cursor ${message}.`, [
    { field: 'cursor', rule: 'isCursor', message },
  ]);
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** Postgres would refuse the thirtieth of February. */
function isMoment(at: unknown): at is string {
  if (typeof at !== 'string' || !MOMENT.test(at)) return false;
  const day = new Date(`${at.slice(0, at.indexOf(' '))}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && at.startsWith(day.toISOString().slice(0, 10));
}
