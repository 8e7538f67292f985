import { Button } from '../../design/button.js';
import { useText } from '../../messages/use-text.js';
import styles from './policy.module.css';

interface SaveBarProps {
  /** How many values differ from what is in force. */
  changes: number;
  disabled: boolean;
  onDiscard: () => void;
  /** Leads to where it can be tried. */
  onTry: () => void;
}

/** How much was changed, and what to do with it; it stays in sight, for the form is long. */
export function SaveBar({ changes, disabled, onDiscard, onTry }: SaveBarProps) {
  const text = useText();
  return (
    <div className={styles['bar']}>
      <span role="status">{text('policy.changes', { count: changes })}</span>
      <Button disabled={changes === 0 && !disabled} onClick={onDiscard}>
        {text('policy.discard')}
      </Button>
      <Button onClick={onTry}>{text('policy.try')}</Button>
      <Button look="primary" type="submit" disabled={disabled || changes === 0}>
        {text('policy.review')}
      </Button>
    </div>
  );
}
