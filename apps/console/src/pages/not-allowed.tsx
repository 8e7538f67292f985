import { Lock } from 'lucide-react';
import type { Role } from '#contract';
import { Empty } from '../design/notice.js';
import { Page } from '../layout/page.js';
import { useText } from '../messages/use-text.js';

/** A page that is for others. */
export function NotAllowed({ title, role }: { title: string; role: Role }) {
  const text = useText();
  return (
    <Page title={title}>
      <Empty
        icon={<Lock size={28} strokeWidth={1.5} />}
        title={text('not-allowed', { role: text(`role.${role}`) })}
      />
    </Page>
  );
}
