import type { ReviewClaim, ReviewItem } from '#contract';
import type { Judgment } from '../api/reviews.js';

/** An item on the moderator's desk. */
export interface DeskEntry {
  item: ReviewItem;
  /** It was given back before, and nobody else took it. */
  skipped: boolean;
  /** Somebody else works on it by now. */
  taken: ReviewClaim | null;
}

/** Items that were decided together and have left the desk. */
export interface Batch {
  /** Ours; the service's id comes with its answer. */
  key: number;
  /** Where each of them lay. */
  entries: { entry: DeskEntry; index: number }[];
  judgment: Judgment;
}

/** A batch that the service has confirmed. */
export interface DoneBatch extends Batch {
  id: string;
  /** Milliseconds since 1970. */
  undoableUntil: number;
}

/** What lies on a moderator's desk. Nothing here knows of the network or the clock. */
export interface DeskState {
  entries: readonly DeskEntry[];
  focus: string | null;
  selected: ReadonlySet<string>;
  /** Where a range of the selection begins. */
  anchor: string | null;
  /** Sent, and not answered yet. */
  flights: readonly Batch[];
  /** Confirmed, the latest last. */
  done: readonly DoneBatch[];
  /** The versions in which items were decided here or by others. */
  past: ReadonlyMap<string, number>;
  /** How many were decided since the desk was opened, less what was undone. */
  decided: number;
  /** What was given back undecided. */
  skipped: ReadonlySet<string>;
  /** What came into the queue and is not on the desk. */
  arrived: number;
}

export const EMPTY_DESK: DeskState = {
  entries: [],
  focus: null,
  selected: new Set(),
  anchor: null,
  flights: [],
  done: [],
  past: new Map(),
  decided: 0,
  skipped: new Set(),
  arrived: 0,
};

/** How many entries are still to be looked at for the first time. */
export const freshCount = ({ entries }: DeskState): number =>
  entries.filter(({ skipped, taken }) => !skipped && taken === null).length;

export const focusedEntry = ({ entries, focus }: DeskState): DeskEntry | null =>
  entries.find(({ item }) => item.id === focus) ?? null;

/** Whether this is an item as it was before it was decided: an answer that was overtaken by another. */
export const isOutdated = ({ past }: DeskState, { id, version }: ReviewItem): boolean =>
  (past.get(id) ?? Number.NEGATIVE_INFINITY) >= version;

/** Whether a decision about it is on its way. */
export const isFlying = ({ flights }: DeskState, id: string): boolean =>
  flights.some(({ entries }) => entries.some(({ entry }) => entry.item.id === id));
