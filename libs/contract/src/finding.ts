/** What a check can find. Each label has its own thresholds in the policy. */
export const LABELS = [
  'toxicity',
  'severe-toxicity',
  'insult',
  'obscene',
  'threat',
  'identity-attack',
  'spam',
  'link-count',
  'blocked-link',
  'banned-word',
  'suspect-word',
  'profanity',
  'repeat-by-author',
  'repeat-across-authors',
  'flood',
  'author-banned',
  'author-suspended',
  'author-premoderated',
  'author-new',
  'capitals',
  'gibberish',
  'not-scored',
] as const;
export type Label = (typeof LABELS)[number];

/** A piece of the comment's body: UTF-16 offsets, `end` exclusive. */
export interface TextSpan {
  start: number;
  end: number;
}

/** What a finding asks for under the policy that judged it. */
export type FindingOutcome = 'none' | 'hold' | 'reject';

/** One thing that one check noticed, with all that is needed to explain it. */
export interface Finding {
  /** The check's name, as in `links`. */
  check: string;
  /** The version of the check (and of its data or model), as in `1` or `2026-11-01`. */
  version: string;
  /** `null` when the check could not run. */
  label: Label | null;
  /** How strongly, from 0 (not at all) to 1; `null` when the check could not run. */
  score: number | null;
  /** The threshold of the policy that the score reached; else the lowest that it did not; `null` if the label has none. */
  threshold: number | null;
  outcome: FindingOutcome;
  /** The words that made the score, in order, not overlapping; empty when the whole comment did. */
  spans: TextSpan[];
  /** A code, as in `LINK_BLOCKED`; `explainDecision` of libs/moderation gives the sentence. */
  reason: string;
  /** What the sentence of the reason needs: hosts, counts, limits. */
  details: Record<string, string | number>;
  /** How long the check took, in milliseconds. */
  milliseconds: number;
}
