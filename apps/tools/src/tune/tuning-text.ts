import type { PolicyFragment } from '../policy/policy-fragment.js';
import type { Effect, LabelTuning } from './tuning.js';

/** What the tool found for a site. */
export interface TuningReport {
  site: { id: string; name: string };
  policyVersion: number;
  labels: LabelTuning[];
  policy: PolicyFragment;
}

const percent = (share: number | null): string =>
  share === null ? 'none' : `${(share * 100).toFixed(1)} %`;

function effectLine(name: string, { threshold, held, precision, recall }: Effect): string {
  const from = threshold === null ? 'never' : `from ${threshold}`;
  return `  ${name.padEnd(10)}${from.padEnd(14)}holds ${held}, rightly ${percent(precision)}, of what is to be held ${percent(recall)}`;
}

/** Lays a report out for people, with the policy at its end. */
export function tuningText({ site, policyVersion, labels, policy }: TuningReport): string {
  const proposes = labels.some(({ proposed }) => proposed !== null);
  return [
    `${site.name} (${site.id}), policy version ${policyVersion}`,
    ...labels.flatMap(labelLines),
    '',
    ...(proposes
      ? ['The thresholds, for the policy:', '', JSON.stringify(policy, null, 2)]
      : ['Nothing is proposed.']),
  ].join('\n');
}

function labelLines(tuning: LabelTuning): string[] {
  const { label, examples, positives, feedback, decisions, rescored, unusable } = tuning;
  const kept = unusable === 0 ? '' : `; ${unusable} more without text and score`;
  return [
    '',
    `${label}: ${examples} examples (${feedback} feedback, ${decisions} decisions), ${positives} to be held, ${rescored} scored again${kept}`,
    ...(examples === 0 ? [] : [effectLine('now', tuning.before)]),
    tuning.proposed === null
      ? `  ${tuning.refusal ?? ''}`
      : effectLine('proposed', tuning.proposed),
  ];
}
