import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut, signOutEverywhere } from '../../api/accounts.js';
import { Button } from '../../design/button.js';
import { list } from '../../layout/list.js';
import { Page, rowClass, Section } from '../../layout/page.js';
import { ShortcutsSwitch } from '../../keyboard/key-list.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { forgetSession } from '../../session/forget-session.js';
import { useSession } from '../../session/use-session.js';
import { useToast } from '../../shell/toast.js';
import { PasswordForm } from './password-form.js';
import { ProfileForm } from './profile-form.js';

/** One's own account. */
export function AccountPage() {
  const text = useText();
  const { moderator, sites } = useSession();
  return (
    <Page title={text('account.title')} narrow>
      <Section title={text('account.profile')} note={moderator.email}>
        <ProfileForm />
      </Section>
      <Section title={text('account.sites')}>
        <ul className={list.list}>
          {sites.map(({ id, name, role }) => (
            <li key={id}>
              <div className={list.line}>
                <bdi className={list.strong}>{name}</bdi>
                <span className={list.soft}>{text(`role.${role}`)}</span>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text('account.keyboard')}>
        <ShortcutsSwitch />
      </Section>
      <Section title={text('account.password')}>
        <PasswordForm />
      </Section>
      <Section title={text('account.sessions')}>
        <SignOut />
      </Section>
    </Page>
  );
}

function SignOut() {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: (everywhere: boolean) => (everywhere ? signOutEverywhere() : signOut()),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: { out: 'yes' } });
      forgetSession(queries);
    },
    onError: (error) => show({ tone: 'bad', text: problemText(error) }),
  });
  return (
    <div className={rowClass}>
      <Button disabled={leave.isPending} onClick={() => leave.mutate(false)}>
        {text('account.sign-out')}
      </Button>
      <Button look="bad" disabled={leave.isPending} onClick={() => leave.mutate(true)}>
        {text('account.sign-out-everywhere')}
      </Button>
    </div>
  );
}
