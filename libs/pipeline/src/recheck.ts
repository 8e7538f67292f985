/** From publishing to the first recheck, in seconds; from then on each pause is twice as long as the last. */
export const FIRST_RECHECK_SECONDS = 60;
/** The longest pause between two rechecks, in seconds. */
export const LONGEST_RECHECK_SECONDS = 3600;

/** After so many rechecks without an answer a moderator looks at the comment instead. */
export const RECHECKS_UNTIL_HOLD = 10;
