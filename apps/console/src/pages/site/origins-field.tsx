import { Button } from '../../design/button.js';
import { TextArea } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';
import { type BrokenLine, brokenLines, originsIn, withLine } from './origin-lines.js';
import styles from './site.module.css';

interface OriginsFieldProps {
  value: string;
  /** Whether to say what is wrong: not while the first line is still typed. */
  isChecked: boolean;
  onCheck: () => void;
  onChange: (value: string) => void;
}

/** The origins of a site, one a line, with what is wrong about each and what was meant. */
export function OriginsField({ value, isChecked, onCheck, onChange }: OriginsFieldProps) {
  const text = useText();
  const broken = isChecked ? brokenLines(value) : [];
  const origins = originsIn(value);
  const isMissing = isChecked && origins.length === 0;
  return (
    <>
      <div className={styles['origins']}>
        <TextArea
          label={text('site.origins')}
          hint={text('site.origins-hint')}
          error={
            isMissing
              ? text('site.origins-missing')
              : broken.length > 0
                ? text('site.origins-broken', { count: broken.length })
                : null
          }
          rows={3}
          required
          spellCheck={false}
          autoCapitalize="none"
          dir="ltr"
          value={value}
          onBlur={onCheck}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {broken.length > 0 && (
        <ul className={list.list}>
          {broken.map((one) => (
            <Broken
              key={one.line}
              broken={one}
              onUse={(instead) => onChange(withLine(value, one.line, instead))}
            />
          ))}
        </ul>
      )}
      {origins.includes('*') && <Line>{text('site.origins-all')}</Line>}
    </>
  );
}

function Broken({
  broken: { line, problem },
  onUse,
}: {
  broken: BrokenLine;
  onUse: (instead: string) => void;
}) {
  const text = useText();
  const { rule, instead } = problem;
  return (
    <li>
      <code className={styles['key']} dir="ltr">
        {line}
      </code>
      <div className={list.line}>
        <span className={list.soft}>{text(`site.origin.${rule}`)}</span>
        {instead !== undefined && (
          <Button onClick={() => onUse(instead)}>
            {text('site.origin-use', { origin: instead })}
          </Button>
        )}
      </div>
    </li>
  );
}
