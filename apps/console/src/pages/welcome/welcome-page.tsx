import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { InvitationView } from '#contract';
import { lookAtInvitation } from '../../api/accounts.js';
import { Problem } from '../../api/problem.js';
import { Line, Skeleton } from '../../design/notice.js';
import { useText } from '../../messages/use-text.js';
import { LoadError } from '../../shell/load-error.js';
import { usePageTitle } from '../../shell/page-title.js';
import { Doorway } from '../sign-in/doorway.js';
import { AcceptForm } from './accept-form.js';

/** Where the link of an invitation leads; its token stays behind the `#`, which no server sees. */
export function WelcomePage() {
  const text = useText();
  usePageTitle(text('welcome.title'));
  const token = useLocation().hash;
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => lookAtInvitation(token),
    retry: false,
    enabled: token !== '',
  });
  const isOver = token === '' || (look.error instanceof Problem && look.error.status < 500);
  return (
    <Doorway title={text('welcome.title')}>
      {isOver && (
        <>
          <Line>{text('welcome.over')}</Line>
          <Link to="/sign-in">{text('sign-in.title')}</Link>
        </>
      )}
      {!isOver && look.isPending && <Skeleton lines={5} />}
      {!isOver && look.isError && (
        <LoadError error={look.error} onRetry={() => void look.refetch()} />
      )}
      {look.data && (
        <>
          <p>
            {text(greetingOf(look.data), {
              site: look.data.site,
              role: text(`role.${look.data.role}`),
            })}
          </p>
          <AcceptForm token={token} email={look.data.email} known={look.data.hasAccount === true} />
        </>
      )}
    </Doorway>
  );
}

function greetingOf({ email, hasAccount }: InvitationView) {
  if (email === null) return 'welcome.first';
  return hasAccount === true ? 'welcome.known' : 'welcome.invited';
}
