import type { Label, ReviewKind, ReviewQueue } from '#contract';

/** What narrows a queue down; what is not given does not. */
export interface ReviewFilter {
  /** Among one's own or the decided, which are of all kinds. */
  kind?: ReviewKind;
  section?: string;
  /** The site's own id. */
  article?: string;
  /** The author's id. */
  author?: string;
  label?: Label;
  /** 0 to 1, inclusive. */
  minScore?: number;
  maxScore?: number;
  /** A primary tag of BCP 47. */
  language?: string;
  /** The code of why it is here. */
  reason?: string;
  openedAfter?: Date;
  openedBefore?: Date;
  /** Words, and in quotation marks pieces, that must all be in the text, in any order. */
  text?: string;
  campaign?: string;
  /** The id of the moderator who decided it; among the decided. */
  decidedBy?: string;
}

/** A queue of some sites, as one moderator sees it. */
export interface ReviewQuery {
  siteIds: string[];
  queue: ReviewQueue;
  moderatorId: string;
  filter: ReviewFilter;
}

/** The place of an item in its queue: when it is due, or was decided, to the microsecond. */
export interface Place {
  at: string;
  id: string;
}

/** The place of an item, with what names it. */
export interface PlacedItem extends Place {
  siteId: string;
}

/** A piece of a queue. */
export interface Found {
  items: PlacedItem[];
  /** Behind which to look further; `null` at the end. */
  next: Place | null;
}
