import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { IssuedInvitation } from '#contract';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { useText } from '../../messages/use-text.js';
import styles from './team.module.css';

/** The link of a new invitation, which is kept nowhere. */
export function InvitationLink({ invitation: { link, email } }: { invitation: IssuedInvitation }) {
  const text = useText();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      // Where the clipboard is forbidden the link is marked, to be copied by hand.
      () => setCopied(false),
    );
  };
  return (
    <div className={styles['issued']}>
      <Line tone="good">{text('team.issued', { email: email ?? '' })}</Line>
      <div className={styles['link']}>
        <TextField
          label={text('team.link')}
          readOnly
          value={link}
          onFocus={({ target }) => target.select()}
        />
        <Button icon={<Copy size={14} />} onClick={() => void copy()}>
          {text(copied ? 'copied' : 'copy')}
        </Button>
      </div>
    </div>
  );
}
