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
  /** The author's address on the internet; of IPv6, the network that one customer has. */
  address: string | null;
  /** As in BCP 47; detected if it is not given. */
  language?: string;
  /** When it was written; now if it is not given. */
  writtenAt?: Date;
  /**
   * Whether it was asked about before, or is a new version of one that was: what resembles it, by its author
   * under its article, is then no repeat.
   */
  again?: boolean;
  /** Whether a field was filled in that people do not see. */
  trapped?: boolean;
  /** `false` for a trial, of which nothing is remembered. */
  remember?: boolean;
}

/** What the people of the other system say a comment is. */
export type Told = 'spam' | 'ham';

/** How probably a comment is spam. */
export interface OutsideSpamScore {
  /** 0 to 1. */
  score: number;
  /** Of the check that said it. */
  version: string;
}

/** What the checks and the site's policy make of it. */
export interface OutsideVerdict {
  /** Of this answer, a UUID; of a comment that is asked about again, as before. */
  id: string;
  /** What would have become of it here. */
  status: Verdict['status'];
  /** The reason that decided, as in `SCORED_SPAM`. */
  reason: string;
  findings: readonly Finding[];
  /** The highest score as spam; `null` where no check gave one. */
  spam: OutsideSpamScore | null;
  /** What people have said of this very comment; `null`: nothing yet. */
  told: Told | null;
}
