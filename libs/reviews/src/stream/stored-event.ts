import type { ReviewAction, ReviewEvent, ReviewKind } from '#contract';
import { moderatorName } from '../moderator-name.js';
import type { EventPlace } from './event-place.js';

/** An event with its place. */
export interface StoredEvent {
  place: EventPlace;
  siteId: string;
  event: ReviewEvent;
}

export interface EventRow extends EventPlace {
  site_id: string;
  kind: ReviewEvent['type'];
  item_id: string;
  payload: { kind?: ReviewKind; action?: ReviewAction; until?: string };
  moderator_id: string | null;
  name: string | null;
}

/** The event of a row; `null` for one that says too little, as when its moderator is gone. */
export function storedEvent(row: EventRow): StoredEvent | null {
  const event = eventOf(row);
  return event && { place: { tx: row.tx, id: row.id }, siteId: row.site_id, event };
}

function eventOf(row: EventRow): ReviewEvent | null {
  const { site_id: site, item_id: item, payload, kind: type } = row;
  const by = moderatorName(row.moderator_id, row.name);
  switch (type) {
    case 'opened':
    case 'reopened':
    case 'closed':
      return { type, site, item, kind: payload.kind ?? 'held' };
    case 'claimed': {
      if (by === null || payload.until === undefined) return null;
      return { type, site, item, by, until: new Date(payload.until).toISOString() };
    }
    case 'released':
      return { type, site, item };
    case 'decided':
      return { type, site, item, by, action: payload.action ?? 'approve' };
    case 'reset':
      return { type };
  }
}
