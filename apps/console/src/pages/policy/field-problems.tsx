import type { FieldProblem } from '#contract';
import { Line } from '../../design/notice.js';
import { useText } from '../../messages/use-text.js';

/** Everything that the service objects to, by the names that the JSON has. */
export function FieldProblems({ problems }: { problems: readonly FieldProblem[] }) {
  const text = useText();
  return (
    <Line tone="bad">
      <div>
        <p>{text('policy.refused')}</p>
        <ul>
          {problems.map(({ field, rule, message }) => (
            <li key={`${field} ${rule}`}>
              <code>{field}</code> <span lang="en">{message}</span> (<code>{rule}</code>)
            </li>
          ))}
        </ul>
      </div>
    </Line>
  );
}
