import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { changePassword } from '../../api/accounts.js';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { formClass } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useSession } from '../../session/use-session.js';
import { useToast } from '../../shell/toast.js';

const EMPTY = { current: '', next: '' };

/** A new password, for who can give the present one. */
export function PasswordForm() {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const { email } = useSession().moderator;
  const [form, setForm] = useState(EMPTY);
  const save = useMutation({
    mutationFn: () => changePassword(form),
    onSuccess: () => {
      setForm(EMPTY);
      show({ text: text('password.changed') });
    },
  });
  return (
    <form
      className={formClass}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {save.isError && <Line tone="bad">{problemText(save.error)}</Line>}
      {/* For password managers, which keep it by the address. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        label={text('password.current')}
        type="password"
        autoComplete="current-password"
        required
        value={form.current}
        onChange={({ target }) => setForm({ ...form, current: target.value })}
      />
      <TextField
        label={text('password.next')}
        hint={text('password.rules')}
        type="password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={256}
        value={form.next}
        onChange={({ target }) => setForm({ ...form, next: target.value })}
      />
      <div>
        <Button type="submit" disabled={save.isPending}>
          {text('password.change')}
        </Button>
      </div>
    </form>
  );
}
