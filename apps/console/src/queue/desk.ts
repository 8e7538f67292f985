import type {
  DecideResult,
  ModeratorName,
  ReviewConflict,
  ReviewEvent,
  ReviewItem,
  UndoResult,
} from '#contract';
import type { DecisionTarget, Judgment } from '../api/reviews.js';
import type { Courier } from './courier.js';
import { reduceDesk, type DeskEvent } from './desk-reducer.js';
import { EMPTY_DESK, freshCount, isFlying, type DeskState, type DoneBatch } from './desk-state.js';

/** Fetch the next batch when so few are left. */
const LOW = 5;
/** So many skipped ones a claim may name. */
const MOST_EXCEPT = 200;

/** What the desk asks of the service. */
export interface DeskPorts {
  /** Takes the next, but for these. */
  claim: (except: readonly string[]) => Promise<ReviewItem[]>;
  release: (ids: readonly string[]) => Promise<void>;
  decide: (target: DecisionTarget, judgment: Judgment) => Promise<DecideResult>;
  undo: (batch: string) => Promise<UndoResult>;
  fetchItem: (id: string) => Promise<ReviewItem>;
  courier: Courier;
  /** The moderator's own id. */
  self: string;
}

/** Something that the moderator should be told. */
export type Notice =
  | { kind: 'decided'; count: number; judgment: Judgment; batch: number | null }
  | { kind: 'undone'; count: number }
  | { kind: 'nothing-to-undo' }
  | { kind: 'skipped' }
  | { kind: 'conflict'; conflict: ReviewConflict; more: number }
  | { kind: 'taken-away'; by: string | null }
  | { kind: 'failed'; error: unknown; count: number };

/** `loading` before the first answer, `failed` if there was none, `more` or `all` after it. */
export type Supply = 'loading' | 'more' | 'all' | 'failed';

export interface DeskSnapshot {
  state: DeskState;
  supply: Supply;
  error: unknown;
  /** The latest notice, each a new object. */
  notice: Notice | null;
}

/** A moderator's desk: decides at once, tells the service afterwards, and mends what turned out otherwise. */
export class Desk {
  private snapshot: DeskSnapshot = {
    state: EMPTY_DESK,
    supply: 'loading',
    error: null,
    notice: null,
  };
  private readonly listeners = new Set<() => void>();
  /** Decided here: what the stream says about them is no news. */
  private readonly own = new Set<string>();
  private keys = 0;
  private filling = false;

  constructor(private readonly ports: DeskPorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getSnapshot = (): DeskSnapshot => this.snapshot;

  /** Does what needs nothing of the service: focus and selection. */
  readonly dispatch = (event: DeskEvent): void => {
    this.change({ state: reduceDesk(this.snapshot.state, event) });
    this.fillIfLow();
  };

  /** Leaves a card to others; it comes back when nothing else is left. */
  readonly skip = async (id: string): Promise<void> => {
    this.change({ state: reduceDesk(this.snapshot.state, { type: 'skip', id }) });
    this.tell({ kind: 'skipped' });
    // What is not given back is free when its claim is over.
    await this.ports.release([id]).catch(() => undefined);
    if (this.snapshot.state.entries.length === 0) await this.fill();
    else this.fillIfLow();
  };

  /** Claims the next batch, at most one at a time. */
  readonly fill = async (): Promise<void> => {
    if (this.filling) return;
    this.filling = true;
    try {
      const before = this.snapshot.state.entries.length;
      await this.take();
      const { entries, skipped } = this.snapshot.state;
      if (entries.length === 0 && skipped.size > 0) await this.take({ again: true });
      const grown = this.snapshot.state.entries.length > before;
      this.change({ error: null, supply: grown ? 'more' : 'all' });
    } catch (error) {
      this.change({ supply: 'failed', error });
    } finally {
      this.filling = false;
    }
  };

  /** Puts the next on the desk; what was skipped only when it is asked for again. */
  private async take({ again = false } = {}): Promise<void> {
    const except = again ? [] : [...this.snapshot.state.skipped].slice(-MOST_EXCEPT);
    const claimed = await this.ports.claim(except);
    const { skipped } = this.snapshot.state;
    const items = claimed.filter(({ id }) => again || !skipped.has(id));
    this.change({ state: reduceDesk(this.snapshot.state, { type: 'claimed', items }) });
    // One that was skipped while the answer was on its way, or could not be given back then.
    const unwanted = claimed.filter((item) => !items.includes(item)).map(({ id }) => id);
    if (unwanted.length > 0) void this.ports.release(unwanted).catch(() => undefined);
  }

  /** Decides these items; they leave at once. */
  readonly decide = async (ids: readonly string[], judgment: Judgment): Promise<void> => {
    const { entries } = this.snapshot.state;
    const items = entries
      .filter(({ item }) => ids.includes(item.id))
      .map(({ item: { id, version } }) => ({ id, version }));
    if (items.length === 0) return;
    const key = ++this.keys;
    items.forEach(({ id }) => this.own.add(id));
    this.change({ state: reduceDesk(this.snapshot.state, { type: 'sent', key, ids, judgment }) });
    this.tell({ kind: 'decided', count: items.length, judgment, batch: key });
    this.fillIfLow();
    try {
      const target = { items };
      const result = await this.ports.courier.send(() => this.ports.decide(target, judgment));
      this.change({ state: reduceDesk(this.snapshot.state, { type: 'settled', key, result }) });
      await this.mend(result.conflicts, judgment);
    } catch (error) {
      items.forEach(({ id }) => this.own.delete(id));
      this.change({ state: reduceDesk(this.snapshot.state, { type: 'failed', key }) });
      this.tell({ kind: 'failed', error, count: items.length });
    }
  };

  /** Takes back the latest batch that can be taken back, or the named one. */
  readonly undo = async (key?: number): Promise<void> => {
    const { done } = this.snapshot.state;
    const inFlight = this.ports.courier.pending > 0 && key === undefined;
    // What was decided last may not have been answered yet.
    if (inFlight) await this.ports.courier.send(() => Promise.resolve());
    const batch =
      key === undefined
        ? this.snapshot.state.done.at(-1)
        : done.find((candidate) => candidate.key === key);
    if (batch === undefined) return this.tell({ kind: 'nothing-to-undo' });
    await this.undoBatch(batch);
  };

  private async undoBatch(batch: DoneBatch): Promise<void> {
    const { key } = batch;
    try {
      const result = await this.ports.courier.send(() => this.ports.undo(batch.id));
      this.change({ state: reduceDesk(this.snapshot.state, { type: 'undone', key, result }) });
      const [conflict, ...more] = result.conflicts;
      if (conflict) this.tell({ kind: 'conflict', conflict, more: more.length });
      else this.tell({ kind: 'undone', count: result.restored.length });
    } catch (error) {
      this.dispatch({ type: 'forget-undo', key });
      this.tell({ kind: 'failed', error, count: 0 });
    }
  }

  /** What others were faster with stays away, and what they changed comes back as it is now. */
  private async mend(conflicts: readonly ReviewConflict[], judgment: Judgment): Promise<void> {
    // Our own decision, whose first answer was lost on the way.
    const isOurs = ({ by, action }: ReviewConflict): boolean =>
      by?.id === this.ports.self && action === judgment.action;
    const [first, ...more] = conflicts.filter((conflict) => !isOurs(conflict));
    if (first === undefined) return;
    this.tell({ kind: 'conflict', conflict: first, more: more.length });
    const changed = [first, ...more].filter(({ code }) => code === 'CHANGED');
    for (const { id } of changed) {
      this.own.delete(id);
      const item = await this.ports.fetchItem(id).catch(() => null);
      if (item?.decision !== null) continue;
      const state = reduceDesk(this.snapshot.state, { type: 'claimed', items: [item] });
      this.change({ state: reduceDesk(state, { type: 'focus', id }) });
    }
  }

  /** Takes in what the stream tells about this queue. */
  readonly hear = (event: ReviewEvent): void => {
    if (event.type === 'reset') return void this.fill();
    const { state } = this.snapshot;
    const here = state.entries.some(({ item }) => item.id === event.item);
    if (event.type === 'opened' || event.type === 'reopened') {
      if (!here && !isFlying(state, event.item)) this.hearOpened();
    } else if (here) this.hearAbout(event);
  };

  /** Something happened to what lies here. */
  private hearAbout(event: Exclude<ReviewEvent, { type: 'reset' }>): void {
    const { item: id } = event;
    switch (event.type) {
      case 'claimed': {
        const { by, until } = event;
        if (by.id !== this.ports.self) this.dispatch({ type: 'taken', id, claim: { by, until } });
        return;
      }
      case 'released':
        return this.dispatch({ type: 'taken', id, claim: null });
      case 'decided':
        return this.hearSettled(id, event.by);
      case 'closed':
        return this.hearSettled(id, undefined);
      case 'opened':
      case 'reopened':
        return;
    }
  }

  /** @param by who decided it; `undefined` when it was closed without a decision. */
  private hearSettled(id: string, by: ModeratorName | null | undefined): void {
    // The stream only repeats what was done here; it may even have been undone since.
    const isOurs = by === undefined || by?.id === this.ports.self;
    if (isOurs && this.own.has(id)) return;
    // Of what the moderator has rejected with an author, the author was told of.
    const isNews = this.snapshot.state.focus === id && by?.id !== this.ports.self;
    if (isNews) this.tell({ kind: 'taken-away', by: by?.name ?? null });
    this.dispatch({ type: 'gone', id });
  }

  private hearOpened(): void {
    this.change({ state: reduceDesk(this.snapshot.state, { type: 'arrived' }) });
    if (this.snapshot.supply === 'all') this.change({ supply: 'more' });
    // Nothing is under the moderator's hands that could move.
    if (this.snapshot.state.entries.length === 0) void this.fill();
  }

  private fillIfLow(): void {
    const { state, supply } = this.snapshot;
    const isLow = supply === 'more' && freshCount(state) <= LOW;
    // Only what was skipped may be left.
    const isBare = state.entries.length === 0 && state.skipped.size > 0;
    if (isLow || isBare) void this.fill();
  }

  private tell(notice: Notice): void {
    this.change({ notice });
  }

  private change(change: Partial<DeskSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
