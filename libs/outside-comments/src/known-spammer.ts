/** What people said of somebody's comments. */
export interface SpamRecord {
  spam: number;
  ham: number;
  /** How many passed of which nobody said anything. */
  passed: number;
}

/** A report is worth more than silence: most who let a comment stand have not looked at it twice. */
const PASSED_PER_REPORT = 5;

/**
 * Whether a record is that of a spammer: at least so many comments were reported as spam, more than were
 * reported to be none, and not just one among many that nobody minded.
 */
export function isKnownSpammer({ spam, ham, passed }: SpamRecord, atLeast = 1): boolean {
  return spam >= atLeast && spam > ham + passed / PASSED_PER_REPORT;
}

/** Whether people have said that somebody is none, and nothing else. */
export function isKnownHonest({ spam, ham }: SpamRecord): boolean {
  return ham > 0 && spam === 0;
}
