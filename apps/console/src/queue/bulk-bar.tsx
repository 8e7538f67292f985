import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/button.js';
import { useText } from '../messages/use-text.js';
import { RejectMenu } from './reject-menu.js';
import styles from './row.module.css';

interface BulkBarProps {
  count: number;
  /** The site of all of them; `null` when there are several. */
  site: string | null;
  onApprove: () => void;
  onReject: (reason: string) => void;
  onClear: () => void;
}

/** What can be done with all that are selected. */
export function BulkBar({ count, site, onApprove, onReject, onClear }: BulkBarProps) {
  const text = useText();
  const [rejecting, setRejecting] = useState(false);
  return (
    <div className={styles['bulk']} role="toolbar" aria-label={text('queue.selected', { count })}>
      <strong>{text('queue.selected', { count })}</strong>
      <Button look="good" icon={<Check size={16} />} onClick={onApprove}>
        {text('approve')}
      </Button>
      <RejectMenu site={site} open={rejecting} onOpenChange={setRejecting} onReject={onReject} />
      <Button look="ghost" icon={<X size={16} />} aria-label={text('clear')} onClick={onClear} />
    </div>
  );
}
