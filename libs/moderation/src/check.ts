import type { Label, Policy, TextSpan } from '#contract';
import type { Standing } from './standing.js';
import type { WordLists } from './word-lists.js';

/** A comment seen before, as far as the search for repeats needs it. */
export interface RecentText {
  commentId: string;
  articleId: string;
  authorId: string | null;
  /** Hash of the normalized text, see `fingerprint`. */
  textHash: bigint;
  /** 64-bit SimHash of the normalized text; `null` for texts too short to compare. */
  simHash: bigint | null;
  createdAt: Date;
}

/** How many comments came in the last minute and hour, the checked one included. */
export interface ObservedRate {
  perMinute: number;
  perHour: number;
}

/** Everything a check may look at. Read-only; the same context always gives the same findings. */
export interface CheckContext {
  readonly now: Date;
  readonly policy: Policy;
  /** The policy's word lists, compiled once per policy version. */
  readonly words: WordLists;
  readonly comment: {
    readonly id: string;
    readonly revision: number;
    readonly body: string;
    /** As in BCP 47, where whoever asks says in which language it is to be read; else it is detected. */
    readonly language?: string;
    readonly articleId: string;
    readonly parentId: string | null;
    readonly authorName: string | null;
    readonly createdAt: Date;
    readonly textHash: bigint;
    readonly simHash: bigint | null;
  };
  readonly author: {
    readonly id: string | null;
    readonly standing: Standing;
    readonly suspendedUntil: Date | null;
    /** How many of the author's last 50 comments were published, held (still) and rejected. */
    readonly published: number;
    readonly held: number;
    readonly rejected: number;
    readonly firstSeenAt: Date;
  };
  /** Earlier comments within the policy's window, newest first; deleted ones are not among them. */
  readonly recent: {
    readonly byAuthor: readonly RecentText[];
    readonly byOthers: readonly RecentText[];
  };
  /** `null` where it cannot be known, as for the address of a comment that the site's server posted. */
  readonly rates: {
    readonly author: ObservedRate | null;
    readonly address: ObservedRate | null;
    readonly article: ObservedRate;
  };
}

/** What a check noticed, before the policy has judged it. */
export interface Signal {
  label: Label;
  /** 0 to 1. */
  score: number;
  spans: TextSpan[];
  reason: string;
  details: Record<string, string | number>;
  /** The language, as in BCP 47, in which the comment was read, where that makes a difference. */
  language?: string;
}

/** One check: a function of one context. It never decides; the policy's thresholds do. */
export interface Check {
  readonly name: string;
  readonly version: string;
  /** It looks at nothing but the comment's text and language, so that its answer is the same under every policy. */
  readonly textAlone?: true;
  run(context: CheckContext): Signal[] | Promise<Signal[]>;
}
