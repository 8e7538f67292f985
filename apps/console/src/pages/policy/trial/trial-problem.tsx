import type { FieldProblem } from '#contract';
import { Problem } from '../../../api/problem.js';
import { Line } from '../../../design/notice.js';
import { useProblemText } from '../../../messages/use-problem-text.js';
import { useText } from '../../../messages/use-text.js';
import { FieldProblems } from '../field-problems.js';

const DRAFT = 'policy.';

/** What the service objects to, field by field; of the draft under the names that it has in the JSON. */
export function fieldProblemsOf(error: unknown): FieldProblem[] {
  return error instanceof Problem ? error.fields : [];
}

/** Why there is no answer. */
export function TrialProblem({ error }: { error: unknown }) {
  const text = useText();
  const problemText = useProblemText();
  const ofDraft = fieldProblemsOf(error)
    .filter(({ field }) => field.startsWith(DRAFT))
    .map((problem) => ({ ...problem, field: problem.field.slice(DRAFT.length) }));
  if (ofDraft.length === 0) return <Line tone="bad">{problemText(error)}</Line>;
  return <FieldProblems title={text('policy.try-refused')} problems={ofDraft} />;
}
