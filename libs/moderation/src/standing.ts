import { AUTHOR_STANDINGS, type AuthorStanding, type SetStanding } from '#contract';

/** How a site regards an author; the checks and the verdict treat each differently. */
export const STANDINGS = AUTHOR_STANDINGS;
export type Standing = AuthorStanding;

/** What is stored about an author, as far as the standing needs it. */
export interface AuthorRecord {
  /** What a moderator or the site has set; `null`: nothing. */
  override: SetStanding | null;
  /** The end of a suspension; `null`: without end. */
  suspendedUntil: Date | null;
  /** Whether the site vouched for the identity, as by a signed token. */
  vouched: boolean;
  /** How many of the author's last 50 comments were published. */
  published: number;
  /** How many of the author's last 50 comments were rejected. */
  rejected: number;
}

/** Three published comments show that somebody has taken part, and cost a spammer three that got through. */
const KNOWN_AFTER_PUBLISHED = 3;
/** One rejection in five decided comments is a pattern, not an accident. */
const KNOWN_REJECTED_SHARE = 1 / 5;

/** The standing of an author at a moment; `trusted` counts only for an identity that the site vouched for, or anybody could type the name. */
export function standingOf(author: AuthorRecord, now: Date): Standing {
  const { override, suspendedUntil, vouched, published, rejected } = author;
  if (override === 'banned' || override === 'premoderated') return override;
  if (override === 'suspended' && (suspendedUntil === null || suspendedUntil > now)) {
    return 'suspended';
  }
  if (override === 'trusted' && vouched) return 'trusted';
  const enough = published >= KNOWN_AFTER_PUBLISHED;
  const few = rejected < (published + rejected) * KNOWN_REJECTED_SHARE;
  return enough && few ? 'known' : 'new';
}
