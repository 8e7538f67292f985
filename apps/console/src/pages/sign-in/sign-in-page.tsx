import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchSignInOptions, signIn } from '../../api/accounts.js';
import { Button, buttonClass } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Line, Skeleton } from '../../design/notice.js';
import { formClass } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useSignInError } from '../../messages/use-sign-in-error.js';
import { useText } from '../../messages/use-text.js';
import { useTakeSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Doorway } from './doorway.js';
import styles from './doorway.module.css';

/** Signing in, with what the newsroom has: a password, its own sign-in, or both. */
export function SignInPage() {
  const text = useText();
  usePageTitle(text('sign-in.title'));
  const { error, out } = useSearch({ from: '/sign-in' });
  const errorText = useSignInError();
  const options = useQuery({ queryKey: ['sign-in'], queryFn: fetchSignInOptions });
  return (
    <Doorway title={text('sign-in.title')}>
      {error !== undefined && <Line tone="bad">{errorText(error)}</Line>}
      {out !== undefined && <Line>{text(out === 'ended' ? 'sign-in.ended' : 'sign-in.out')}</Line>}
      {options.isPending && <Skeleton lines={4} />}
      {options.isError && (
        <LoadError error={options.error} onRetry={() => void options.refetch()} />
      )}
      {options.data?.empty && <Line>{text('sign-in.empty')}</Line>}
      {options.data?.password && <PasswordForm />}
      {options.data?.openId && (
        <>
          {options.data.password && <div className={styles['or']}>{text('sign-in.or')}</div>}
          <a className={buttonClass()} href={options.data.openId.url}>
            {text('sign-in.openid', { name: options.data.openId.name })}
          </a>
        </>
      )}
    </Doorway>
  );
}

function PasswordForm() {
  const text = useText();
  const problemText = useProblemText();
  const take = useTakeSession();
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn({ email: email.trim(), password }),
    onSuccess: (session) => {
      take(session);
      void navigate({ href: next ?? '/', replace: true });
    },
  });
  return (
    <form
      className={formClass}
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      {enter.isError && <Line tone="bad">{problemText(enter.error)}</Line>}
      <TextField
        label={text('email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <TextField
        label={text('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Button look="primary" type="submit" disabled={enter.isPending}>
        {text(enter.isPending ? 'sign-in.going' : 'sign-in.go')}
      </Button>
    </form>
  );
}
