import { type Label, LABELS } from '#contract';
import type { Target } from '#calibration';
import { parseArgs } from 'node:util';
import { ToolError } from '../http/tool-error.js';

/** Labels whose scores come from a model; of the others, a threshold is a rule and not a guess. */
const TUNED_LABELS = [
  ...(['toxicity', 'severe-toxicity', 'insult', 'obscene'] as const),
  ...(['threat', 'identity-attack', 'spam'] as const),
] satisfies Label[];

export const USAGE = `Proposes thresholds to hold from, by what moderators decided and what other systems' users told. Changes nothing.

  npm run -s tune -- [options]

  --site S       the site's id or name; the only one, if there is only one
  --label L      one label; all that a model scores without it
  --precision P  hold as much as leaves this share of what is held to be rejected (0.5)
  --recall R     hold as little as still holds this share of what is to be rejected
  --json         prints the report as JSON
`;

/** What the command line says. */
export interface TuneArguments {
  site: string | undefined;
  labels: readonly Label[];
  target: Target;
  json: boolean;
}

/** Reads the command line; `null` when only the usage is asked for. */
export function parseTuneArguments(args: string[]): TuneArguments | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: { site: text, label: text, precision: text, recall: text, json: flag, help: flag },
  });
  if (values.help) return null;
  const { precision, recall } = values;
  if (precision !== undefined && recall !== undefined) {
    throw new ToolError('Give --precision or --recall, not both.');
  }
  const target: Target =
    recall === undefined
      ? { of: 'precision', share: shareOf('precision', precision ?? '0.5') }
      : { of: 'recall', share: shareOf('recall', recall) };
  return { site: values.site, labels: labelsOf(values.label), target, json: values.json };
}

function shareOf(option: string, value: string): number {
  const share = Number(value);
  if (value.trim() !== '' && share > 0 && share <= 1) return share;
  throw new ToolError(`--${option} must be a number above 0 and at most 1, not "${value}".`);
}

function labelsOf(given: string | undefined): readonly Label[] {
  if (given === undefined) return TUNED_LABELS;
  const label = TUNED_LABELS.find((known) => known === given);
  if (label !== undefined) return [label];
  const isRule = LABELS.some((known) => known === given);
  const why = isRule ? 'is found by a rule and has nothing to learn' : 'is no label';
  throw new ToolError(`--label ${given} ${why}; choose from ${TUNED_LABELS.join(', ')}.`);
}
