import { useEffect, useRef } from 'react';
import { type FieldProblem, type Label, LABELS, type Policy } from '#contract';
import { list } from '../../layout/list.js';
import { Section } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { NumberField } from './number-field.js';
import { type Path, valueAt, withValue } from './policy-document.js';
import { PolicyField } from './policy-field.js';
import { FIELD_GROUPS, type FieldGroup, OUTCOMES } from './policy-fields.js';
import { usePolicyWords } from './use-policy-words.js';
import styles from './policy.module.css';

interface PolicyFormProps {
  policy: Policy;
  shipped: Policy;
  problems: readonly FieldProblem[];
  onChange: (policy: unknown) => void;
}

/** Every value of a policy in a field of its own, with what it does and what it is unless told otherwise. */
export function PolicyForm(props: PolicyFormProps) {
  const { problems } = props;
  const text = useText();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0)
      element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);
  return (
    <div ref={element} className={styles['form']}>
      <Group group="entry" {...props} />
      <Section title={text('policy.group.thresholds')} note={text('policy.thresholds-note')}>
        <ul className={list.list}>
          {LABELS.map((label) => (
            <ThresholdFields key={label} label={label} {...props} />
          ))}
        </ul>
      </Section>
      <Group group="words" {...props} />
      <Group group="links" {...props} />
      <Group group="pace" {...props} />
    </div>
  );
}

/** What the service objects to in a place, or in an entry of the list there. */
const problemAt = (problems: readonly FieldProblem[], path: Path): string | null => {
  const name = path.join('.');
  const found = problems.find(({ field }) => field === name || field.startsWith(`${name}[`));
  return found?.message ?? null;
};

function Group({
  group,
  policy,
  shipped,
  problems,
  onChange,
}: PolicyFormProps & { group: FieldGroup }) {
  const text = useText();
  return (
    <Section title={text(`policy.group.${group}`)}>
      <div className={styles['fields']}>
        {FIELD_GROUPS[group].map((field) => (
          <PolicyField
            key={field.path.join('.')}
            field={field}
            value={valueAt(policy, field.path)}
            shipped={valueAt(shipped, field.path)}
            error={problemAt(problems, field.path)}
            onChange={(value) => onChange(withValue(policy, field.path, value))}
          />
        ))}
      </div>
    </Section>
  );
}

/** From which scores a label holds and rejects. */
function ThresholdFields({
  label,
  policy,
  shipped,
  problems,
  onChange,
}: PolicyFormProps & { label: Label }) {
  const text = useText();
  const words = usePolicyWords();
  return (
    <li className={styles['threshold']}>
      <div>
        <strong>{text(`label.${label}`)}</strong>
        <p className={list.faint}>{text(`policy.label.${label}`)}</p>
      </div>
      {OUTCOMES.map((outcome) => {
        const path = ['thresholds', label, outcome];
        return (
          <NumberField
            key={outcome}
            label={
              <>
                <span className="visually-hidden">{text(`label.${label}`)}: </span>
                {text(`policy.${outcome}`)}
              </>
            }
            hint={text('policy.shipped', { value: words.value(path, valueAt(shipped, path)) })}
            placeholder={text('policy.never')}
            value={valueAt(policy, path)}
            error={problemAt(problems, path)}
            onChange={(value) => onChange(withValue(policy, path, value))}
          />
        );
      })}
    </li>
  );
}
