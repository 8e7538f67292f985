import type { Finding, Label } from '#contract';
import type { OutsideVerdict } from '#outside-comments';

/** The two flags that a phase may raise. */
type Flag = 'COMMENT_DETECTED_TOXIC' | 'COMMENT_DETECTED_SPAM';

/** What Coral is told; without a status its own phases go on and decide. */
export interface PhaseAnswer {
  status?: 'REJECTED' | 'PREMOD' | 'SYSTEM_WITHHELD';
  actions?: { actionType: 'FLAG'; reason: Flag }[];
}

const FLAGS: Partial<Record<Label, Flag>> = {
  ...flagging('COMMENT_DETECTED_TOXIC', [
    ...(['toxicity', 'severe-toxicity', 'insult', 'obscene'] as const),
    ...(['threat', 'identity-attack', 'profanity'] as const),
  ]),
  ...flagging('COMMENT_DETECTED_SPAM', [
    ...(['spam', 'link-count', 'blocked-link', 'gibberish'] as const),
    ...(['repeat-by-author', 'repeat-across-authors', 'flood'] as const),
  ]),
};

function flagging(flag: Flag, labels: readonly Label[]): Partial<Record<Label, Flag>> {
  return Object.fromEntries(labels.map((label) => [label, flag]));
}

/** The policy has all comments read first, and this one is like any other. */
const READ_FIRST: ReadonlySet<string> = new Set(['REVIEW_FIRST', 'COMMENTS_CLOSED']);

/**
 * A verdict as Coral takes it. What passes gets an empty answer and not `NONE` or `APPROVED`: any status ends
 * Coral's pipeline, and with it the pre-moderation that the newsroom may have set there.
 */
export function phaseAnswer({
  status,
  reason,
  findings,
}: Pick<OutsideVerdict, 'status' | 'reason' | 'findings'>): PhaseAnswer {
  if (status === 'published') return {};
  const actions = flagsOf(findings).map((flag) => ({ actionType: 'FLAG' as const, reason: flag }));
  const withFlags = actions.length > 0 && { actions };
  if (status === 'rejected') return { status: 'REJECTED', ...withFlags };
  return { status: READ_FIRST.has(reason) ? 'PREMOD' : 'SYSTEM_WITHHELD', ...withFlags };
}

function flagsOf(findings: readonly Finding[]): Flag[] {
  const flags = findings.map(({ label, outcome }) =>
    outcome === 'none' || label === null ? undefined : FLAGS[label],
  );
  return [...new Set(flags.filter((flag) => flag !== undefined))];
}
