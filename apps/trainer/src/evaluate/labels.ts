import type { ToxicityLabel } from '#classifier';
import type { Label } from '#contract';

/** What can be evaluated. */
export const TASKS = ['toxicity', 'spam'] as const;
export type Task = (typeof TASKS)[number];

/** The columns of the public sets, each with the classifier's label for the same thing. */
export const TOXICITY_COLUMNS: Readonly<Record<string, ToxicityLabel>> = {
  toxic: 'toxicity',
  severe_toxic: 'severe-toxicity',
  obscene: 'obscene',
  threat: 'threat',
  insult: 'insult',
  identity_hate: 'identity-attack',
};

/** The label of the policy that a column of a task is judged by; `undefined` for a column that the task does not know. */
export function policyLabel(task: Task, column: string): Label | undefined {
  if (task === 'spam') return column === 'spam' ? 'spam' : undefined;
  return TOXICITY_COLUMNS[column];
}
