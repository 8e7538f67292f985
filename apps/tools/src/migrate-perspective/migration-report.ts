import { type Agreement, agreement, matchingThreshold, shareFrom, spearman } from '#calibration';
import type { Label } from '#contract';
import { DEFAULT_POLICY } from '#moderation';
import { type PolicyFragment, policyFragment } from '../policy/policy-fragment.js';
import type { ScoredLog, ScorePairs } from './score-log.js';

/** Thresholds that newsrooms use with Perspective. */
const USUAL = [0.5, 0.7, 0.8, 0.9] as const;

/** How two scores agree from one threshold on. */
export interface AgreementAt extends Agreement {
  threshold: number;
  /** The share that Perspective's score would have held, 0 to 1. */
  perspectiveHolds: number;
  moderatoHolds: number;
}

export interface AttributeComparison {
  attribute: string;
  label: Label;
  /** Texts that both scored. */
  n: number;
  spearman: number | null;
  at: AgreementAt[];
}

/** What would be held under a label. */
export interface LabelProposal {
  label: Label;
  /** By whose scores it is proposed; `null`: there are none. */
  attribute: string | null;
  /** Of the texts that Perspective scored, the share that it held; `null` without any. */
  heldBefore: number | null;
  /** The score to hold from, `null` for never; the shipped one where there is nothing to go by. */
  hold: number | null;
  /** Of all texts that are scored under the label, how many that would hold, and their share. */
  holds: number;
  share: number;
  shippedHold: number | null;
  shippedHolds: number;
}

export interface MigrationReport {
  threshold: number;
  texts: number;
  unjudged: number;
  broken: Record<string, number>;
  unscored: Record<string, number>;
  unknownAttributes: Record<string, number>;
  attributes: AttributeComparison[];
  proposals: LabelProposal[];
  policy: PolicyFragment;
}

/** Compares, and proposes for each label the threshold that holds as much as Perspective's score from `threshold` on. */
export function migrationReport(log: ScoredLog, threshold: number): MigrationReport {
  const attributes = [...log.pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  const proposals = [...log.labels.keys()].map((label) => propose(log, label, threshold));
  const proposed = proposals.filter(isProposed);
  return {
    ...{ threshold, texts: log.texts, unjudged: log.unjudged },
    broken: Object.fromEntries(log.broken),
    unscored: Object.fromEntries(log.unscored),
    unknownAttributes: Object.fromEntries(log.unknown),
    attributes: attributes.map(([attribute, pairs]) => compare(attribute, pairs, threshold)),
    proposals,
    policy: policyFragment(proposed.map(({ label, hold }) => [label, hold] as const)),
  };
}

function compare(attribute: string, pairs: ScorePairs, threshold: number): AttributeComparison {
  const [theirs, ours] = [pairs.perspective.values, pairs.moderato.values];
  const thresholds = [...new Set([...USUAL, threshold])].sort((a, b) => a - b);
  const at = thresholds.map((from) => ({
    ...{ threshold: from, ...agreement(theirs, ours, from) },
    perspectiveHolds: shareFrom(theirs, from),
    moderatoHolds: shareFrom(ours, from),
  }));
  return { attribute, label: pairs.label, n: theirs.length, spearman: spearman(theirs, ours), at };
}

/** Whether there is something to go by: scores of Perspective's, some of which were held. */
export const isProposed = ({ heldBefore }: LabelProposal): boolean => (heldBefore ?? 0) > 0;

/** By the attribute with the most scores, where several are the same label. */
function propose(log: ScoredLog, label: Label, threshold: number): LabelProposal {
  const [best] = [...log.pairs]
    .filter(([, pairs]) => pairs.label === label)
    .sort(([, a], [, b]) => b.perspective.values.length - a.perspective.values.length);
  const all = log.labels.get(label)?.values ?? new Float64Array();
  const holdsFrom = (from: number | null): number => Math.round(shareFrom(all, from) * all.length);
  const { hold: shippedHold } = DEFAULT_POLICY.thresholds[label];
  const shipped = { shippedHold, shippedHolds: holdsFrom(shippedHold) };
  if (best === undefined) {
    const nothing = { attribute: null, heldBefore: null, hold: shippedHold };
    return { label, ...nothing, ...shares(holdsFrom(shippedHold), all.length), ...shipped };
  }
  const [attribute, { perspective, moderato }] = best;
  const heldBefore = shareFrom(perspective.values, threshold);
  // That nobody held by this attribute is no reason to turn a label off.
  const matched = matchingThreshold(moderato.values, heldBefore).threshold;
  const hold = heldBefore === 0 ? shippedHold : matched;
  return { label, attribute, heldBefore, hold, ...shares(holdsFrom(hold), all.length), ...shipped };
}

const shares = (holds: number, of: number) => ({ holds, share: of === 0 ? 0 : holds / of });
