import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { acceptInvitation } from '../../api/accounts.js';
import { Problem } from '../../api/problem.js';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { formClass } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useTakeSession } from '../../session/use-session.js';

const OWN_PASSWORD = { autoComplete: 'current-password', autoFocus: true };
const NEW_PASSWORD = { autoComplete: 'new-password', minLength: 12, maxLength: 256 };

interface AcceptFormProps {
  token: string;
  email: string | null;
  /** Whether that address has an account, which its password proves. */
  known: boolean;
}

/** Name and password of a new moderator, the address too of the first one; of who has an account the password alone. */
export function AcceptForm({ token, email, known }: AcceptFormProps) {
  const text = useText();
  const problemText = useProblemText();
  const take = useTakeSession();
  const navigate = useNavigate();
  const [form, setForm] = useState({ email: email ?? '', name: '', password: '' });
  const accept = useMutation({
    mutationFn: () => {
      const { name, password } = form;
      if (known) return acceptInvitation({ token, password });
      const own = email === null ? { email: form.email.trim() } : {};
      return acceptInvitation({ token, name: name.trim(), password, ...own });
    },
    onSuccess: (session) => {
      take(session);
      void navigate({ to: '/', replace: true });
    },
  });
  const errorOf = (field: string): string | undefined =>
    accept.error instanceof Problem
      ? accept.error.fields.find((problem) => problem.field === field)?.message
      : undefined;
  const isElsewhere = accept.isError && !['email', 'name', 'password'].some(errorOf);
  return (
    <form
      className={formClass}
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate();
      }}
    >
      {isElsewhere && <Line tone="bad">{problemText(accept.error)}</Line>}
      <TextField
        label={text('email')}
        type="email"
        autoComplete="username"
        required
        readOnly={email !== null}
        autoFocus={email === null}
        value={form.email}
        error={errorOf('email')}
        onChange={({ target }) => setForm({ ...form, email: target.value })}
      />
      {!known && (
        <TextField
          label={text('name')}
          hint={text('welcome.name-hint')}
          autoComplete="name"
          required
          maxLength={100}
          autoFocus={email !== null}
          value={form.name}
          error={errorOf('name')}
          onChange={({ target }) => setForm({ ...form, name: target.value })}
        />
      )}
      <TextField
        label={text('password')}
        type="password"
        required
        {...(known ? OWN_PASSWORD : { ...NEW_PASSWORD, hint: text('password.rules') })}
        value={form.password}
        error={errorOf('password')}
        onChange={({ target }) => setForm({ ...form, password: target.value })}
      />
      <Button look="primary" type="submit" disabled={accept.isPending}>
        {text(known ? 'welcome.join' : 'welcome.go')}
      </Button>
    </form>
  );
}
