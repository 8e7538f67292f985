import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#contract';
import { invite } from '../../api/accounts.js';
import { Button } from '../../design/button.js';
import { SelectField, TextField } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { rowClass } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { InvitationLink } from './invitation-link.js';
import { TEAM_ROLES } from './team-roles.js';

/** Makes an invitation; its link is shown once, to be sent by hand. */
export function InviteForm({ site }: { site: string }) {
  const text = useText();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('moderator');
  const issue = useMutation({
    mutationFn: () => invite({ email: email.trim(), role, site }),
    onSuccess: () => {
      setEmail('');
      void queries.invalidateQueries({ queryKey: ['invitations', site] });
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
          label={text('email')}
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <SelectField
          label={text('team.role')}
          value={role}
          onChange={({ target }) => setRole(target.value as Role)}
        >
          {TEAM_ROLES.map((name) => (
            <option key={name} value={name}>
              {text(`role.${name}`)}
            </option>
          ))}
        </SelectField>
        <Button look="primary" type="submit" disabled={issue.isPending}>
          {text('team.invite-go')}
        </Button>
      </form>
      {issue.isError && <Line tone="bad">{problemText(issue.error)}</Line>}
      {issue.data && <InvitationLink invitation={issue.data} />}
    </>
  );
}
