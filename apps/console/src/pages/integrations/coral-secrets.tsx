import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CoralSecret } from '#contract';
import { addCoralSecret, fetchCoralSecrets, removeCoralSecret } from '../../api/integrations.js';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Line, Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { rowClass } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { LoadError } from '../../shell/load-error.js';
import { useToast } from '../../shell/toast.js';
import { TimeAgo } from '../../text/time-ago.js';
import styles from './integrations.module.css';
import { SureDialog } from '../../layout/sure-dialog.js';

/** The secrets that the site's Coral signs with; for admins, as the keys are. */
export function CoralSecretsSection({ site, isAdmin }: { site: string; isAdmin: boolean }) {
  const text = useText();
  if (!isAdmin) return <p className={list.faint}>{text('coral.secrets-for-admins')}</p>;
  return (
    <>
      <SecretForm site={site} />
      <Secrets site={site} />
    </>
  );
}

function SecretForm({ site }: { site: string }) {
  const text = useText();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [secret, setSecret] = useState('');
  const add = useMutation({
    mutationFn: () => addCoralSecret({ secret, site }),
    onSuccess: () => {
      setSecret('');
      void queries.invalidateQueries({ queryKey: ['coral-secrets', site] });
    },
  });
  return (
    <>
      <form
        className={rowClass}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextField
          label="Signing secret"
          placeholder={text('coral.secret-hint')}
          type="password"
          autoComplete="off"
          required
          value={secret}
          onChange={({ target }) => setSecret(target.value)}
        />
        <Button type="submit" disabled={add.isPending || secret.trim() === ''}>
          {text('coral.secret-add')}
        </Button>
      </form>
      {add.isError && <Line tone="bad">{problemText(add.error)}</Line>}
    </>
  );
}

function Secrets({ site }: { site: string }) {
  const text = useText();
  const query = useQuery({
    queryKey: ['coral-secrets', site],
    queryFn: () => fetchCoralSecrets(site),
  });
  if (query.isPending) return <Skeleton lines={2} />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.length === 0) return <p className={list.faint}>{text('coral.no-secrets')}</p>;
  return (
    <ul className={list.list}>
      {query.data.map((secret) => (
        <SecretRow key={secret.id} secret={secret} site={site} />
      ))}
    </ul>
  );
}

function SecretRow({
  secret: { id, hint, createdAt },
  site,
}: {
  secret: CoralSecret;
  site: string;
}) {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeCoralSecret(id),
    onSuccess: () => show({ text: text('coral.secret-removed') }),
    onError: (error) => show({ tone: 'bad', text: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['coral-secrets', site] }),
  });
  return (
    <li>
      <div className={list.line}>
        <code className={styles['hint']}>{`…${hint}`}</code>
        <span className={list.end}>
          <span className={list.faint}>
            <TimeAgo at={createdAt} />
          </span>
          <Button look="ghost" disabled={remove.isPending} onClick={() => setAsking(true)}>
            {text('coral.secret-remove')}
            <span className="visually-hidden">{hint}</span>
          </Button>
        </span>
      </div>
      {asking && (
        <SureDialog
          title={text('coral.secret-remove-title')}
          question={text('coral.secret-remove-sure', { hint })}
          yes={text('coral.secret-remove')}
          onYes={() => remove.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
