import { ArrowRight } from 'lucide-react';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';
import type { Change } from './policy-document.js';
import { usePolicyWords } from './use-policy-words.js';
import styles from './policy.module.css';

interface ChangesDialogProps {
  changes: readonly Change[];
  kind: 'write' | 'withdraw';
  onYes: () => void;
  onClose: () => void;
}

/** Shows what will be different, and asks once. */
export function ChangesDialog({ changes, kind, onYes, onClose }: ChangesDialogProps) {
  const text = useText();
  return (
    <Dialog wide title={text('policy.changes', { count: changes.length })} onClose={onClose}>
      {changes.length > 0 && (
        <ul className={`${list.list ?? ''} ${styles['changes'] ?? ''}`}>
          {changes.map((change) => (
            <ChangeLine key={change.path.join('.')} change={change} />
          ))}
        </ul>
      )}
      <p>{text(kind === 'write' ? 'policy.sure' : 'policy.sure-withdraw')}</p>
      <DialogActions>
        <Button onClick={onClose}>{text('cancel')}</Button>
        <Button
          look="primary"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {text(kind === 'write' ? 'policy.put-in-force' : 'policy.withdraw')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function ChangeLine({ change: { path, before, after } }: { change: Change }) {
  const text = useText();
  const words = usePolicyWords();
  const isList = Array.isArray(before) && Array.isArray(after);
  return (
    <li>
      <strong>{words.label(path)}</strong>
      {isList ? (
        <ListChange before={before as unknown[]} after={after as unknown[]} />
      ) : (
        <div className={list.line}>
          <del>
            <span className="visually-hidden">{text('policy.before')} </span>
            {words.value(path, before)}
          </del>
          <ArrowRight size={14} aria-hidden="true" />
          <ins>
            <span className="visually-hidden">{text('policy.after')} </span>
            {words.value(path, after)}
          </ins>
        </div>
      )}
    </li>
  );
}

/** Entries that are named; of long lists the number of the others. */
const NAMED = 20;

function ListChange({ before, after }: { before: unknown[]; after: unknown[] }) {
  const text = useText();
  const had = new Set(before);
  const has = new Set(after);
  const parts = [
    { Tag: 'del', label: 'policy.removed', entries: before.filter((entry) => !has.has(entry)) },
    { Tag: 'ins', label: 'policy.added', entries: after.filter((entry) => !had.has(entry)) },
  ] as const;
  const shown = parts.filter(({ entries }) => entries.length > 0);
  if (shown.length === 0) return <p>{text('policy.reordered')}</p>;
  return shown.map(({ Tag, label, entries }) => (
    <p key={label}>
      {text(label)} <Tag dir="auto">{entries.slice(0, NAMED).map(String).join(', ')}</Tag>{' '}
      {entries.length > NAMED && text('toast.more', { count: entries.length - NAMED })}
    </p>
  ));
}
