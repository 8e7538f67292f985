import type { Label, Policy, Threshold } from '#contract';
import { DEFAULT_POLICY } from '#moderation';

/** The part of a policy that sets thresholds. */
export interface PolicyFragment {
  thresholds: Partial<Record<Label, Threshold>>;
}

/** A policy with these scores to hold from, that rejects where it did; never below the score that it holds from. */
export function policyFragment(
  holds: readonly (readonly [Label, number | null])[],
  before: Pick<Policy, 'thresholds'> = DEFAULT_POLICY,
): PolicyFragment {
  const thresholds = holds.map(([label, hold]) => {
    const { reject } = before.thresholds[label];
    const rejects = reject === null || hold === null ? reject : Math.max(reject, hold);
    return [label, { hold, reject: rejects }] as const;
  });
  return { thresholds: Object.fromEntries(thresholds) };
}
