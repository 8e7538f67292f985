import type { Finding } from '#contract';
import type { Verdict } from '#moderation';

/** The systems that ask about comments which they keep themselves. */
export type OutsideSystem = 'akismet' | 'coral';

/** A comment that another system keeps, as far as it tells of it. */
export interface OutsideComment {
  siteId: string;
  system: OutsideSystem;
  body: string;
  /** What the other system calls the page: an address or an id. */
  article: string | null;
  author: {
    /** What the other system tells its authors apart by: an id or an e-mail address. */
    identity: string | null;
    name: string | null;
    /** Of the author's own page. */
    url: string | null;
  };
  /** The author's address on the internet. */
  address: string | null;
  /** As in BCP 47; detected if it is not given. */
  language?: string;
}

/** What the checks and the site's policy make of it. */
export interface OutsideVerdict {
  /** Of this answer, a UUID. */
  id: string;
  /** What would have become of it here. */
  status: Verdict['status'];
  /** The reason that decided, as in `SCORED_SPAM`. */
  reason: string;
  findings: readonly Finding[];
}
