import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Button, Key } from '../../design/button.js';
import { TextArea, TextField } from '../../design/field.js';
import { useText } from '../../messages/use-text.js';
import type { ReasonDraft } from './reason-drafts.js';
import styles from './reasons.module.css';

interface ReasonFieldsProps {
  draft: ReasonDraft;
  /** Its digit. */
  position: number;
  last: boolean;
  onChange: (change: Partial<ReasonDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One reason: what moderators read, and what authors are told. */
export function ReasonFields({
  draft,
  position,
  last,
  onChange,
  onMove,
  onRemove,
}: ReasonFieldsProps) {
  const text = useText();
  const about = { position };
  return (
    <li className={styles['reason']}>
      <div className={styles['side']}>
        <Key name={String(position)} />
        <Button
          look="ghost"
          icon={<ArrowUp size={14} />}
          disabled={position === 1}
          aria-label={text('reasons.up', about)}
          onClick={() => onMove(-1)}
        />
        <Button
          look="ghost"
          icon={<ArrowDown size={14} />}
          disabled={last}
          aria-label={text('reasons.down', about)}
          onClick={() => onMove(1)}
        />
        <Button
          look="ghost"
          icon={<Trash2 size={14} />}
          aria-label={text('reasons.remove', about)}
          onClick={onRemove}
        />
      </div>
      <div className={styles['fields']}>
        <TextField
          label={text('reasons.title')}
          required
          maxLength={60}
          dir="auto"
          value={draft.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
        <TextArea
          label={text('reasons.author-text')}
          required
          maxLength={500}
          rows={2}
          dir="auto"
          value={draft.authorText}
          onChange={({ target }) => onChange({ authorText: target.value })}
        />
      </div>
    </li>
  );
}
