import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { fetchSite } from '../../api/site.js';
import { Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { Page, Section } from '../../layout/page.js';
import { SiteChoice } from '../../layout/site-choice.js';
import { useText } from '../../messages/use-text.js';
import { sitesAs, useSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';
import { NotAllowed } from '../not-allowed.js';
import { SiteForm } from './site-form.js';
import { SiteKeys } from './site-keys.js';

/** What a site is called, which pages may use it, and its keys; for admins. */
export function SitePage() {
  const text = useText();
  const sites = sitesAs(useSession(), 'admin');
  const navigate = useNavigate();
  const { site: chosen } = useSearch({ from: '/shell/site' });
  const site = (sites.find(({ id }) => id === chosen) ?? sites[0])?.id;
  if (site === undefined) return <NotAllowed title={text('nav.site')} role="admin" />;
  return (
    <Page title={text('nav.site')}>
      <p className={list.soft}>{text('site.note')}</p>
      <SiteChoice
        sites={sites}
        site={site}
        onChange={(next) => void navigate({ to: '/site', search: { site: next } })}
      />
      <Section title={text('site.settings')}>
        <Settings key={site} site={site} />
      </Section>
      <SiteKeys key={`${site} keys`} site={site} />
    </Page>
  );
}

/** Read once: read again behind the back of who writes, it would take their words away. */
const ONCE = {
  gcTime: 0,
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
};

function Settings({ site }: { site: string }) {
  const query = useQuery({ ...ONCE, queryKey: ['site', site], queryFn: () => fetchSite(site) });
  if (query.isPending) return <Skeleton lines={4} />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return <SiteForm site={site} first={query.data} />;
}
