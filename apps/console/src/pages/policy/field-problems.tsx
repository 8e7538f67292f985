import type { FieldProblem } from '#contract';
import { Line } from '../../design/notice.js';

/** Everything that the service objects to, by the names that the JSON has. */
export function FieldProblems({
  title,
  problems,
}: {
  title: string;
  problems: readonly FieldProblem[];
}) {
  return (
    <Line tone="bad">
      <div>
        <p>{title}</p>
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
