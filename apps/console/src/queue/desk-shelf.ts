import type { ReviewEvent } from '#contract';
import {
  claim,
  decide,
  fetchItem,
  fetchReviews,
  releaseClaims,
  undoDecision,
  type ClaimableQueue,
} from '../api/reviews.js';
import type { Courier } from './courier.js';
import { Desk } from './desk.js';
import { deskKey, toQuery, type QueueFilters } from './queue-filters.js';

/** How much is claimed at a time. */
const BATCH = 20;

/** A desk with the queue that it is for. */
export interface KeptDesk {
  key: string;
  queue: ClaimableQueue;
  /** The only site, if it is for one. */
  site: string | undefined;
  desk: Desk;
}

/** Keeps the desk that a moderator works at, one at a time. */
export class DeskShelf {
  private current: KeptDesk | null = null;

  constructor(
    readonly courier: Courier,
    private readonly self: string,
  ) {}

  /** Whether anything is claimed for it. */
  get isLaden(): boolean {
    return this.heldIds().length > 0;
  }

  /** The desk that is kept if it is this one, else a new one; nothing is claimed yet. */
  readonly deskFor = (queue: ClaimableQueue, filters: QueueFilters): KeptDesk => {
    const key = deskKey(queue, filters);
    if (this.current?.key === key) return this.current;
    const desk = new Desk({
      ...{ courier: this.courier, self: this.self, decide, fetchItem, undo: undoDecision },
      claim: (except) => take(queue, filters, except),
      release: (ids) => releaseClaims([...ids]),
    });
    return { key, queue, site: filters.site, desk };
  };

  /** Works at this desk from now on: gives back what lies on the one before and fills this one. */
  readonly sitDown = (next: KeptDesk): void => {
    const ids = this.current === next ? [] : this.heldIds();
    this.current = next;
    // What is given back must be free before more is claimed, or it would come along.
    const freed = ids.length > 0 ? releaseClaims(ids).catch(() => undefined) : Promise.resolve();
    if (!this.isLaden) void freed.then(next.desk.fill);
  };

  /** Gives everything back, as the page is left. */
  readonly release = (): void => {
    if (this.isLaden) void releaseClaims().catch(() => undefined);
  };

  /** What comes into another queue, or that of another site, is none of this desk's business. */
  readonly hear = (event: ReviewEvent): void => {
    if (this.current === null) return;
    const { queue, site, desk } = this.current;
    const isOpening = event.type === 'opened' || event.type === 'reopened';
    const isOurs = !isOpening || (event.kind === queue && (site ?? event.site) === event.site);
    if (isOurs) desk.hear(event);
  };

  private heldIds(): string[] {
    return this.current?.desk.getSnapshot().state.entries.map(({ item }) => item.id) ?? [];
  }
}

/** The next batch; one's own claims are only looked up. */
async function take(queue: ClaimableQueue, filters: QueueFilters, except: readonly string[]) {
  const query = toQuery(filters, Date.now());
  if (queue === 'mine') return (await fetchReviews({ queue, ...query, limit: BATCH })).items;
  return (await claim({ queue, limit: BATCH, except, ...query })).items;
}
