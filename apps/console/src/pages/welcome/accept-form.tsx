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

/** Name and password of a new moderator, and the address of the first one. */
export function AcceptForm({ token, email }: { token: string; email: string | null }) {
  const text = useText();
  const problemText = useProblemText();
  const take = useTakeSession();
  const navigate = useNavigate();
  const [form, setForm] = useState({ email: email ?? '', name: '', password: '' });
  const accept = useMutation({
    mutationFn: () => {
      const { name, password } = form;
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
      <TextField
        label={text('password')}
        hint={text('password.rules')}
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={256}
        value={form.password}
        error={errorOf('password')}
        onChange={({ target }) => setForm({ ...form, password: target.value })}
      />
      <Button look="primary" type="submit" disabled={accept.isPending}>
        {text('welcome.go')}
      </Button>
    </form>
  );
}
