import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchInvitations, fetchModerators } from '../../api/accounts.js';
import { Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { Page, Section } from '../../layout/page.js';
import { SiteChoice } from '../../layout/site-choice.js';
import { useText } from '../../messages/use-text.js';
import { sitesAs, useSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';
import { NotAllowed } from '../not-allowed.js';
import { InvitationRow } from './invitation-row.js';
import { InviteForm } from './invite-form.js';
import { MemberRow } from './member-row.js';

/** Who works here, for admins. */
export function TeamPage() {
  const text = useText();
  const sites = sitesAs(useSession(), 'admin');
  const [chosen, setChosen] = useState('');
  const site = sites.some(({ id }) => id === chosen) ? chosen : sites[0]?.id;
  if (site === undefined) return <NotAllowed title={text('nav.team')} role="admin" />;
  return (
    <Page title={text('nav.team')}>
      <SiteChoice sites={sites} site={site} onChange={setChosen} />
      <Section title={text('team.invite')} note={text('team.invite-note')}>
        <InviteForm site={site} />
        <Invitations site={site} />
      </Section>
      <Section title={text('team.members')}>
        <Members site={site} />
      </Section>
    </Page>
  );
}

function Members({ site }: { site: string }) {
  const query = useQuery({
    queryKey: ['moderators', site],
    queryFn: () => fetchModerators(site),
  });
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <ul className={list.list}>
      {query.data.map((member) => (
        <MemberRow key={member.id} member={member} site={site} />
      ))}
    </ul>
  );
}

function Invitations({ site }: { site: string }) {
  const query = useQuery({
    queryKey: ['invitations', site],
    queryFn: () => fetchInvitations(site),
  });
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <ul className={list.list}>
      {query.data.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} site={site} />
      ))}
    </ul>
  );
}
