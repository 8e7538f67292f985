import type {
  AuthorSummary,
  DecideResult,
  ReviewClaim,
  ReviewItem,
  ReviewNote,
  UndoResult,
} from '#contract';
import type { Judgment } from '../api/reviews.js';
import { clearSelection, extendTo, toggle } from './desk-selection.js';
import { isFlying, isOutdated, type Batch, type DeskEntry, type DeskState } from './desk-state.js';

/** An author, and how the site regards them from now on. */
type Regard = Pick<AuthorSummary, 'id' | 'standing' | 'suspendedUntil'>;

export type DeskEvent =
  | { type: 'claimed'; items: readonly ReviewItem[] }
  | { type: 'focus'; id: string }
  | { type: 'move'; by: 1 | -1 }
  | { type: 'toggle'; id: string }
  | { type: 'range'; id: string }
  | { type: 'select-all' }
  | { type: 'clear' }
  | { type: 'skip'; id: string }
  | { type: 'sent'; key: number; ids: readonly string[]; judgment: Judgment }
  | { type: 'settled'; key: number; result: DecideResult }
  | { type: 'failed'; key: number }
  | { type: 'undone'; key: number; result: UndoResult }
  | { type: 'forget-undo'; key: number }
  | { type: 'updated'; item: ReviewItem }
  | { type: 'taken'; id: string; claim: ReviewClaim | null }
  | { type: 'gone'; id: string }
  | { type: 'noted'; comment: string; note: ReviewNote }
  | { type: 'regarded'; author: Regard }
  | { type: 'arrived' };

type Handlers = {
  [T in DeskEvent['type']]: (state: DeskState, event: Extract<DeskEvent, { type: T }>) => DeskState;
};

const HANDLERS: Handlers = {
  claimed: (state, { items }) => addClaimed(state, items),
  focus: (state, { id }) => ({ ...state, focus: id }),
  move: (state, { by }) => move(state, by),
  toggle: (state, { id }) => toggle(state, id),
  range: (state, { id }) => extendTo(state, id),
  'select-all': (state) => ({ ...state, selected: new Set(state.entries.map(idOf)) }),
  clear: clearSelection,
  skip: (state, { id }) => skip(state, id),
  sent: send,
  settled: (state, { key, result }) => settle(state, key, result),
  failed: (state, { key }) => bringBack(state, key),
  undone: (state, { key, result }) => restore(state, key, result),
  'forget-undo': (state, { key }) => ({
    ...state,
    done: state.done.filter((batch) => batch.key !== key),
  }),
  updated: (state, { item }) => update(state, item.id, { item, taken: null }),
  taken: (state, { id, claim }) => update(state, id, { taken: claim }),
  gone: (state, { id }) => remove(state, [id]),
  noted: (state, { comment, note }) =>
    eachItem(state, (item) =>
      item.comment.id === comment ? { ...item, notes: [note, ...item.notes] } : item,
    ),
  regarded: (state, { author }) =>
    eachItem(state, (item) =>
      item.author?.id === author.id ? { ...item, author: regarded(item.author, author) } : item,
    ),
  arrived: (state) => ({ ...state, arrived: state.arrived + 1 }),
};

/** The desk after something happened. Entries never change their order but by the moderator's own hand. */
export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  const handle = HANDLERS[event.type] as (state: DeskState, event: DeskEvent) => DeskState;
  return handle(state, event);
}

const idOf = ({ item }: DeskEntry): string => item.id;

/** New ones go to the end; what is here, on its way or decided stays as it is. */
function addClaimed(state: DeskState, items: readonly ReviewItem[]): DeskState {
  const here = new Set(state.entries.map(idOf));
  const fresh = items
    .filter((item) => !here.has(item.id) && !isFlying(state, item.id) && !isOutdated(state, item))
    .map((item) => ({ item, skipped: state.skipped.has(item.id), taken: null }));
  const entries = [...state.entries, ...fresh];
  return { ...state, entries, focus: state.focus ?? entries[0]?.item.id ?? null, arrived: 0 };
}

function move(state: DeskState, by: 1 | -1): DeskState {
  const index = state.entries.findIndex((entry) => idOf(entry) === state.focus);
  const next = state.entries[index === -1 ? 0 : index + by];
  return next === undefined ? state : { ...state, focus: idOf(next) };
}

/** The one that moves up into the place of what leaves, else the one before it. */
function focusAfter(state: DeskState, leaving: ReadonlySet<string>): string | null {
  if (state.focus === null || !leaving.has(state.focus)) return state.focus;
  const index = state.entries.findIndex((entry) => idOf(entry) === state.focus);
  const stays = (entry: DeskEntry): boolean => !leaving.has(idOf(entry));
  const next =
    state.entries.slice(index).find(stays) ?? state.entries.slice(0, index).findLast(stays);
  return next === undefined ? null : idOf(next);
}

function remove(state: DeskState, ids: readonly string[]): DeskState {
  const leaving = new Set(ids);
  return {
    ...state,
    entries: state.entries.filter((entry) => !leaving.has(idOf(entry))),
    focus: focusAfter(state, leaving),
    selected: new Set([...state.selected].filter((id) => !leaving.has(id))),
    anchor: state.anchor !== null && leaving.has(state.anchor) ? null : state.anchor,
  };
}

function skip(state: DeskState, id: string): DeskState {
  return { ...remove(state, [id]), skipped: new Set([...state.skipped, id]) };
}

function send(
  state: DeskState,
  { key, ids, judgment }: { key: number; ids: readonly string[]; judgment: Judgment },
): DeskState {
  const leaving = new Set(ids);
  const entries = state.entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => leaving.has(idOf(entry)));
  if (entries.length === 0) return state;
  const without = remove(state, ids);
  return { ...without, flights: [...state.flights, { key, entries, judgment }] };
}

/** What somebody else works on may come back as it is; everything else would only come back changed. */
function pastAfter(
  { past }: DeskState,
  { entries }: Batch,
  { conflicts }: DecideResult,
): DeskState['past'] {
  const claimed = new Set(conflicts.filter(({ code }) => code === 'CLAIMED').map(({ id }) => id));
  const settled = entries
    .filter(({ entry }) => !claimed.has(idOf(entry)))
    .map(({ entry: { item } }) => [item.id, item.version] as const);
  return new Map([...past, ...settled]);
}

function settle(state: DeskState, key: number, result: DecideResult): DeskState {
  const flight = state.flights.find((candidate) => candidate.key === key);
  if (flight === undefined) return state;
  const decided = new Set(result.decided.map(({ id }) => id));
  const landed: DeskState = {
    ...state,
    past: pastAfter(state, flight, result),
    flights: state.flights.filter((candidate) => candidate !== flight),
    decided: state.decided + decided.size,
  };
  if (result.id === null || result.undoableUntil === null) return landed;
  const entries = flight.entries.filter(({ entry }) => decided.has(idOf(entry)));
  const undoableUntil = Date.parse(result.undoableUntil);
  const batch = { ...flight, entries, id: result.id, undoableUntil };
  return { ...landed, done: [...state.done, batch] };
}

/** Puts entries back where they lay; the first of them is looked at again. */
function putBack(state: DeskState, entries: Batch['entries']): DeskState {
  const here = new Set(state.entries.map(idOf));
  const list = [...state.entries];
  for (const { entry, index } of entries) {
    if (!here.has(idOf(entry))) list.splice(Math.min(index, list.length), 0, entry);
  }
  const first = entries[0];
  return { ...state, entries: list, focus: first === undefined ? state.focus : idOf(first.entry) };
}

function bringBack(state: DeskState, key: number): DeskState {
  const flight = state.flights.find((candidate) => candidate.key === key);
  if (flight === undefined) return state;
  const flights = state.flights.filter((candidate) => candidate !== flight);
  return putBack({ ...state, flights }, flight.entries);
}

function restore(state: DeskState, key: number, { restored }: UndoResult): DeskState {
  const batch = state.done.find((candidate) => candidate.key === key);
  if (batch === undefined) return state;
  const versions = new Map(restored.map(({ id, version }) => [id, version]));
  const entries = batch.entries.flatMap(({ entry, index }) => {
    const version = versions.get(idOf(entry));
    if (version === undefined) return [];
    const item: ReviewItem = { ...entry.item, version, decision: null };
    return [{ entry: { ...entry, item }, index }];
  });
  const done = state.done.filter((candidate) => candidate !== batch);
  return putBack({ ...state, done, decided: state.decided - restored.length }, entries);
}

function update(state: DeskState, id: string, change: Partial<DeskEntry>): DeskState {
  if (!state.entries.some((entry) => idOf(entry) === id)) return state;
  const entries = state.entries.map((entry) =>
    idOf(entry) === id ? { ...entry, ...change } : entry,
  );
  return { ...state, entries };
}

/** The desk with its items as they are now; what leaves it unchanged keeps its identity. */
function eachItem(state: DeskState, now: (item: ReviewItem) => ReviewItem): DeskState {
  const entries = state.entries.map((entry) => {
    const item = now(entry.item);
    return item === entry.item ? entry : { ...entry, item };
  });
  return { ...state, entries };
}

const regarded = (author: AuthorSummary, { standing, suspendedUntil }: Regard): AuthorSummary => ({
  ...author,
  standing,
  suspendedUntil,
});
