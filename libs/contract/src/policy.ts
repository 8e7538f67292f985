import type { Label } from './finding.js';

/** `publish-first`: published unless a check objects; `review-first`: a moderator sees all that is not rejected; `closed`: no new comments. */
export const POLICY_MODES = ['publish-first', 'review-first', 'closed'] as const;
export type PolicyMode = (typeof POLICY_MODES)[number];

/** What happens to a comment when a check cannot run. */
export const FAIL_SAFE_MODES = ['hold', 'publish', 'publish-then-recheck'] as const;
export type FailSafeMode = (typeof FAIL_SAFE_MODES)[number];

/** Scores from which a label holds or rejects a comment, 0 to 1; `null`: never. */
export interface Threshold {
  hold: number | null;
  reject: number | null;
}

/** How many comments are allowed; one more than that is a flood. `null`: no limit. */
export interface RateLimit {
  perMinute: number | null;
  perHour: number | null;
}

/** All that a newsroom can decide about a site or one of its sections. Stored whole, as a numbered version. */
export interface Policy {
  mode: PolicyMode;
  failSafe: FailSafeMode;
  /** How long an author may change a comment after posting it, in seconds, 0 to 86,400. */
  editWindowSeconds: number;
  /** Hold the comments of authors of whom nothing was published yet. */
  holdNewAuthors: boolean;
  /** Whether readers may post and react whom the site has not signed in. */
  anonymous: boolean;
  /** Whether readers can ask what the checks think of a comment before they post it. */
  nudge: boolean;
  thresholds: Record<Label, Threshold>;
  links: {
    /** Hosts that are never counted, with their subdomains. */
    allow: string[];
    /** Hosts that are blocked, with their subdomains. */
    block: string[];
    /** How many links a comment may have. */
    maximum: number;
  };
  words: {
    /** Words and phrases that the label `banned-word` marks. */
    banned: string[];
    /** Words and phrases that the label `suspect-word` marks. */
    suspect: string[];
    /** Words that are never marked though a list has them. */
    allowed: string[];
    /** Whether the shipped list of English profanity is used (label `profanity`). */
    profanity: boolean;
  };
  repeat: {
    /** How far back equal and nearly equal comments are looked for, in hours, 1 to 168. */
    windowHours: number;
    /** How many other authors may have posted nearly the same text before it counts as a campaign. */
    maximumAuthors: number;
  };
  flood: {
    author: RateLimit;
    address: RateLimit;
    article: RateLimit;
  };
  reports: {
    /** How many readers' reports, weighed by their records, send a published comment back to a moderator, 1 to 1,000; `null`: never. */
    threshold: number | null;
  };
  /** Whether authors may ask for another look at a rejected comment. */
  appeals: boolean;
}

/** A policy as it is in force. */
export interface PolicyInForce {
  /** `null`: the whole site. */
  section: string | null;
  /** Numbered per site over all its sections; 0 is the shipped policy. */
  version: number;
  /** Whether the section has no policy of its own and follows the site's. */
  inherited: boolean;
  policy: Policy;
}

/** One version, as the history of a site's policies tells it. */
export interface PolicyVersion {
  version: number;
  /** `null`: the whole site. */
  section: string | null;
  /** ISO 8601; `null` for the shipped policy. */
  at: string | null;
  /** The moderator; `null` for whoever had the site's secret key. */
  by: { id: string; name: string } | null;
  /** Whether the section went back to the site's policy with it, or the site to the shipped one. */
  withdrawn: boolean;
}

export interface PolicyVersionPage {
  /** Newest first. */
  versions: PolicyVersion[];
  /** The cursor of the next page; `null` on the last. */
  next: string | null;
}

/** A version with what it says. */
export interface WrittenPolicy extends PolicyVersion {
  /** With today's shipped values for what did not exist when it was written; `null` where it was withdrawn. */
  policy: Policy | null;
}
