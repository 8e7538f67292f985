import type { SetStanding } from '#contract';

/** What is set about an author; `until` is the end of a suspension, `null` for one without end. */
export interface SetState {
  standing: SetStanding | null;
  until: Date | null;
}

/** For how long a moderator may suspend somebody; longer is for leads. */
const MODERATOR_SUSPENSION_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Whether a change takes a lead: trust and bans, and suspensions of more than 30 days, whether they
 * are set or taken back. The rest any moderator of the site may do, and undo.
 */
export function takesLead(before: SetState, after: SetState, now: Date): boolean {
  return [before, after].some((state) => isForLeads(state, now));
}

function isForLeads({ standing, until }: SetState, now: Date): boolean {
  if (standing === 'trusted' || standing === 'banned') return true;
  if (standing !== 'suspended') return false;
  return until === null || until.getTime() > now.getTime() + MODERATOR_SUSPENSION_DAYS * DAY_MS;
}
