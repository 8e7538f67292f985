import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { fetchPolicy, fetchPolicyVersion, type PolicyPlace } from '../../api/policy.js';
import { Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { Page } from '../../layout/page.js';
import { SiteChoice } from '../../layout/site-choice.js';
import { useText } from '../../messages/use-text.js';
import { sitesAs, useIsLeadOf, useSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';
import { PolicyDesk } from './policy-desk.js';
import { SectionChoice } from './section-choice.js';

/** What follows from what the checks find: for moderators to read, for leads to set. */
export function PolicyPage() {
  const text = useText();
  const { sites } = useSession();
  const leads = sitesAs(useSession(), 'lead');
  const navigate = useNavigate();
  const { site: chosen, section = '' } = useSearch({ from: '/shell/policy' });
  const site = (sites.find(({ id }) => id === chosen) ?? leads[0] ?? sites[0])?.id ?? '';
  return (
    <Page title={text('nav.policy')}>
      <p className={list.soft}>{text('policy.note')}</p>
      <SiteChoice
        sites={sites}
        site={site}
        onChange={(next) => void navigate({ to: '/policy', search: { site: next } })}
      />
      <SectionChoice key={`${site} ${section}`} site={site} section={section} />
      <OfPlace key={`${site}/${section}`} place={{ site, section }} />
    </Page>
  );
}

/** What is in force is read once: read again behind the back of who writes, it would take their words away. */
const ONCE = {
  gcTime: 0,
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
};

function OfPlace({ place }: { place: PolicyPlace }) {
  const mayWrite = useIsLeadOf(place.site);
  const query = useQuery({
    ...ONCE,
    queryKey: ['policy', place.site, place.section],
    queryFn: async () => {
      const [inForce, shipped] = await Promise.all([
        fetchPolicy(place),
        fetchPolicyVersion(place.site, 0),
      ]);
      return { inForce, shipped: shipped.policy };
    },
  });
  if (query.isPending) return <Skeleton lines={12} />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const { inForce, shipped } = query.data;
  if (shipped === null) return null;
  return <PolicyDesk place={place} first={inForce} shipped={shipped} mayWrite={mayWrite} />;
}
