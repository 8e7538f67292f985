import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Locale } from '#contract';
import { changeAccount } from '../../api/accounts.js';
import { Button } from '../../design/button.js';
import { SelectField, TextField } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { formClass } from '../../layout/page.js';
import { LOCALE_NAMES } from '../../messages/locale-names.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useSession, useTakeSession } from '../../session/use-session.js';
import { useToast } from '../../shell/toast.js';

const CHOICES = Object.entries(LOCALE_NAMES) as [Locale, string][];

/** Name and language. */
export function ProfileForm() {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const take = useTakeSession();
  const { moderator } = useSession();
  const [name, setName] = useState(moderator.name);
  const [locale, setLocale] = useState<Locale | ''>(moderator.locale ?? '');
  const save = useMutation({
    mutationFn: () => changeAccount({ name: name.trim(), locale: locale || null }),
    onSuccess: (session) => {
      take(session);
      show({ text: text('saved') });
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
      <TextField
        label={text('name')}
        hint={text('welcome.name-hint')}
        required
        maxLength={100}
        autoComplete="name"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <SelectField
        label={text('account.language')}
        value={locale}
        onChange={({ target }) => setLocale(target.value as Locale | '')}
      >
        <option value="">{text('account.language-browser')}</option>
        {CHOICES.map(([id, label]) => (
          <option key={id} value={id} lang={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <div>
        <Button look="primary" type="submit" disabled={save.isPending}>
          {text('save')}
        </Button>
      </div>
    </form>
  );
}
