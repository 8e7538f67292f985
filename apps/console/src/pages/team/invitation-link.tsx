import type { IssuedInvitation } from '#contract';
import { CopyField } from '../../design/copy-field.js';
import { Line } from '../../design/notice.js';
import { useText } from '../../messages/use-text.js';
import styles from './team.module.css';

/** The link of a new invitation, which is kept nowhere. */
export function InvitationLink({ invitation: { link, email } }: { invitation: IssuedInvitation }) {
  const text = useText();
  return (
    <div className={styles['issued']}>
      <Line tone="good">{text('team.issued', { email: email ?? '' })}</Line>
      <CopyField label={text('team.link')} value={link} />
    </div>
  );
}
