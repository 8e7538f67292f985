import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { IssuedIntegrationKey } from '#contract';
import { fetchIntegrationAddresses } from '../../api/integrations.js';
import { Skeleton } from '../../design/notice.js';
import { Tabs } from '../../design/tabs.js';
import { list } from '../../layout/list.js';
import { Page, Section } from '../../layout/page.js';
import { SiteChoice } from '../../layout/site-choice.js';
import { useText } from '../../messages/use-text.js';
import { sitesAs, useSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';
import { NotAllowed } from '../not-allowed.js';
import { SYSTEMS } from './integration-search.js';
import { KeysSection } from './keys-section.js';
import { KEY_PLACEHOLDER } from './snippets.js';
import { SystemPanel } from './system-panel.js';

/** How other systems' clients are pointed at this service, for leads; keys are for admins. */
export function IntegrationsPage() {
  const text = useText();
  const session = useSession();
  const sites = sitesAs(session, 'lead');
  const [chosen, setChosen] = useState('');
  const site = sites.some(({ id }) => id === chosen) ? chosen : sites[0]?.id;
  if (site === undefined) return <NotAllowed title={text('nav.integrations')} role="lead" />;
  const isAdmin = sitesAs(session, 'admin').some(({ id }) => id === site);
  return (
    <Page title={text('nav.integrations')}>
      <p className={list.soft}>{text('integrations.note')}</p>
      <SiteChoice sites={sites} site={site} onChange={setChosen} />
      <OfSite key={site} site={site} isAdmin={isAdmin} />
    </Page>
  );
}

/** A key that was just made is known for as long as the page is about its site. */
function OfSite({ site, isAdmin }: { site: string; isAdmin: boolean }) {
  const text = useText();
  const [issued, setIssued] = useState<IssuedIntegrationKey | null>(null);
  return (
    <>
      <Section
        title={text('integrations.keys')}
        note={text(isAdmin ? 'integrations.keys-note' : 'integrations.keys-for-admins')}
      >
        {isAdmin && <KeysSection site={site} issued={issued} onIssued={setIssued} />}
      </Section>
      <Section title={text('integrations.systems')} note={text('integrations.systems-note')}>
        <Systems site={site} isAdmin={isAdmin} issued={issued} />
      </Section>
    </>
  );
}

function Systems({
  site,
  isAdmin,
  issued,
}: {
  site: string;
  isAdmin: boolean;
  issued: IssuedIntegrationKey | null;
}) {
  const text = useText();
  const navigate = useNavigate();
  const { system = SYSTEMS[0] } = useSearch({ from: '/shell/integrations' });
  const query = useQuery({
    queryKey: ['integration-addresses', site],
    queryFn: () => fetchIntegrationAddresses(site),
  });
  return (
    <>
      <Tabs
        label={text('integrations.systems')}
        value={system}
        tabs={SYSTEMS.map((value) => ({ value, label: text(`integrations.system.${value}`) }))}
        onChange={(next) =>
          void navigate({ to: '/integrations', search: { system: next }, replace: true })
        }
      />
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <SystemPanel
          key={system}
          system={system}
          place={{
            ...{ site, isAdmin, hasKey: issued !== null },
            url: query.data.url ?? location.origin,
            key: issued?.key ?? KEY_PLACEHOLDER,
            publicKey: query.data.publicKey,
          }}
        />
      )}
    </>
  );
}
