import type { PolicyTrial } from '#contract';
import { useText } from '../../../messages/use-text.js';
import { countsAnywhere, differenceOf } from './trial-difference.js';
import { statusName } from './tried-badge.js';
import styles from './trial.module.css';
import { VerdictColumn } from './verdict-column.js';

/** What would become of a text, under the policy in force and under the draft, and in one sentence where they differ. */
export function TrialView({ trial, changes }: { trial: PolicyTrial; changes: number }) {
  const text = useText();
  const { body, version, inForce, draft } = trial;
  const isNotable = countsAnywhere(trial);
  return (
    <>
      <p role="status" className={styles['summary']}>
        <Summary trial={trial} />
      </p>
      <div className={styles['columns']}>
        <VerdictColumn
          title={text('policy.in-force-badge')}
          note={version === 0 ? text('policy.try-shipped') : text('policy.version', { version })}
          body={body}
          verdict={inForce}
          isNotable={isNotable}
        />
        {draft !== null && (
          <VerdictColumn
            title={text('policy.try-draft')}
            note={text('policy.changes', { count: changes })}
            body={body}
            verdict={draft}
            isNotable={isNotable}
          />
        )}
      </div>
    </>
  );
}

function Summary({ trial }: { trial: PolicyTrial }) {
  const text = useText();
  const difference = differenceOf(trial);
  const before = text(statusName(trial.inForce.status));
  if (trial.draft === null || difference === null) return text('policy.try-alone', { before });
  const after = text(statusName(trial.draft.status));
  return text(`policy.try-differs.${difference}`, { before, after });
}
