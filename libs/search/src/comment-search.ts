import type { CommentStatus } from '#contract';
import { DomainError } from '#contract';
import type { CommentRef } from '#transitions';

/** What is looked for among all comments; what is left out does not matter. */
export interface CommentSearch {
  siteIds: string[];
  text?: string | undefined;
  status?: CommentStatus | undefined;
  /** The author's id. */
  author?: string | undefined;
  /** The site's own id of the article. */
  article?: string | undefined;
  /** Posted from this moment on, and before that one. */
  after?: Date | undefined;
  before?: Date | undefined;
}

/** Where a page ends: the time of its last comment, to the microsecond, and its id. */
export interface Place {
  at: string;
  id: string;
}

/** A comment that was found, with its place. */
export interface Found extends CommentRef, Place {}

const PLACE = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)\|([0-9a-f-]{36})$/;

/** A place as a cursor that says nothing to its bearer. */
export function cursorOf({ at, id }: Place): string {
  return Buffer.from(`${at}|${id}`).toString('base64url');
}

/** @throws DomainError VALIDATION_FAILED for what is no cursor of ours */
export function placeOf(cursor: string): Place {
  const [, at, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at !== undefined && id !== undefined) return { at, id };
  const message = 'must be the `next` of a page';
  throw new DomainError('VALIDATION_FAILED', `cursor ${message}.`, [
    { field: 'cursor', rule: 'isCursor', message },
  ]);
}
