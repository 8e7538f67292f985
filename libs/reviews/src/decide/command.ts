import type { ModeratorName, ReviewAction } from '#contract';

/** What a moderator makes of comments. */
export interface DecideCommand {
  by: ModeratorName;
  /** The sites where they may. */
  siteIds: string[];
  action: ReviewAction;
  /** The canned reason of a rejection. */
  reasonId: string | null;
  note: string | null;
}

/** An item as its decider saw it. */
export interface SeenItem {
  id: string;
  version: number;
}
