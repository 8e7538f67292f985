import type { Policy } from '#contract';
import { DEFAULT_POLICY } from '#moderation';

/** A document written before a setting or a label existed takes the shipped value for it. */
export function withLaterSettings(document: Policy): Policy {
  const thresholds = { ...DEFAULT_POLICY.thresholds, ...document.thresholds };
  return { ...DEFAULT_POLICY, ...document, thresholds };
}
