import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IntegrationKey } from '#contract';
import { revokeIntegrationKey } from '../../api/integrations.js';
import { Button } from '../../design/button.js';
import { list } from '../../layout/list.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useToast } from '../../shell/toast.js';
import { TimeAgo } from '../../text/time-ago.js';
import styles from './integrations.module.css';
import { SureDialog } from '../../layout/sure-dialog.js';

/** A key by its name and its last characters. */
export function KeyRow({
  integrationKey: { id, name, hint, createdAt, createdBy },
  site,
  onRevoked,
}: {
  integrationKey: IntegrationKey;
  site: string;
  onRevoked: () => void;
}) {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => revokeIntegrationKey(id),
    onSuccess: () => {
      onRevoked();
      show({ text: text('integrations.revoked') });
    },
    onError: (error) => show({ tone: 'bad', text: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['integration-keys', site] }),
  });
  return (
    <li>
      <div className={list.line}>
        <bdi className={list.strong}>{name}</bdi>
        <code className={styles['hint']}>{`mk-…${hint}`}</code>
        <span className={list.end}>
          <span className={list.faint}>
            {createdBy !== null && `${text('integrations.made-by', { name: createdBy })} · `}
            <TimeAgo at={createdAt} />
          </span>
          <Button look="ghost" disabled={revoke.isPending} onClick={() => setAsking(true)}>
            {text('integrations.revoke')}
            <span className="visually-hidden">{name}</span>
          </Button>
        </span>
      </div>
      {asking && (
        <SureDialog
          title={text('integrations.revoke-title')}
          question={text('integrations.revoke-sure', { name, hint })}
          yes={text('integrations.revoke')}
          onYes={() => revoke.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
