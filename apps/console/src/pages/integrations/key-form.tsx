import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { IssuedIntegrationKey } from '#contract';
import { issueIntegrationKey } from '../../api/integrations.js';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { rowClass } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';

/** Makes a key under a name. */
export function KeyForm({
  site,
  onIssued,
}: {
  site: string;
  onIssued: (key: IssuedIntegrationKey) => void;
}) {
  const text = useText();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const issue = useMutation({
    mutationFn: () => issueIntegrationKey({ name: name.trim(), site }),
    onSuccess: (key) => {
      setName('');
      onIssued(key);
      void queries.invalidateQueries({ queryKey: ['integration-keys', site] });
    },
  });
  return (
    <>
      <form
        className={rowClass}
        onSubmit={(event) => {
          event.preventDefault();
          issue.mutate();
        }}
      >
        <TextField
          label={text('integrations.key-name')}
          placeholder={text('integrations.key-name-hint')}
          required
          maxLength={60}
          autoComplete="off"
          dir="auto"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button
          look="primary"
          type="submit"
          icon={<Plus size={14} />}
          disabled={issue.isPending || name.trim() === ''}
        >
          {text('integrations.key-make')}
        </Button>
      </form>
      {issue.isError && <Line tone="bad">{problemText(issue.error)}</Line>}
    </>
  );
}
