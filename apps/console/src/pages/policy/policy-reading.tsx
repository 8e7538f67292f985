import { LABELS, type Policy } from '#contract';
import { list } from '../../layout/list.js';
import { Section } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { valueAt } from './policy-document.js';
import { FIELD_GROUPS, type FieldGroup, OUTCOMES } from './policy-fields.js';
import { usePolicyWords } from './use-policy-words.js';
import styles from './policy.module.css';

/** A policy in words, for those who may not change it. */
export function PolicyReading({ policy }: { policy: Policy }) {
  const text = useText();
  const words = usePolicyWords();
  return (
    <div className={styles['form']}>
      <Group group="entry" policy={policy} />
      <Section title={text('policy.group.thresholds')} note={text('policy.thresholds-note')}>
        <ul className={list.list}>
          {LABELS.map((label) => (
            <li key={label} className={styles['threshold']}>
              <div>
                <strong>{text(`label.${label}`)}</strong>
                <p className={list.faint}>{text(`policy.label.${label}`)}</p>
              </div>
              {OUTCOMES.map((outcome) => (
                <p key={outcome}>
                  <span className={list.faint}>{text(`policy.${outcome}`)}</span>{' '}
                  <strong>{words.value(['thresholds'], policy.thresholds[label][outcome])}</strong>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      <Group group="words" policy={policy} />
      <Group group="links" policy={policy} />
      <Group group="pace" policy={policy} />
    </div>
  );
}

function Group({ group, policy }: { group: FieldGroup; policy: Policy }) {
  const text = useText();
  const words = usePolicyWords();
  return (
    <Section title={text(`policy.group.${group}`)}>
      <dl className={styles['reading']}>
        {FIELD_GROUPS[group].map(({ path }) => (
          <div key={path.join('.')}>
            <dt>{words.label(path)}</dt>
            <dd>
              <strong dir="auto">{words.value(path, valueAt(policy, path))}</strong>
              <p className={list.faint}>{words.about(path)}</p>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
