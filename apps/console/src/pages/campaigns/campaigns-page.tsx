import { useInfiniteQuery } from '@tanstack/react-query';
import { Layers } from 'lucide-react';
import { fetchCampaigns } from '../../api/reviews.js';
import { Empty, Skeleton } from '../../design/notice.js';
import { LoadMore } from '../../layout/load-more.js';
import { Page } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { LoadError } from '../../shell/load-error.js';
import { CampaignCard } from './campaign-card.js';
import styles from './campaigns.module.css';
import { useCampaignDecisions } from './use-campaign-decisions.js';

/** Near-duplicates, each group decided by one stroke. */
export function CampaignsPage() {
  const text = useText();
  const query = useInfiniteQuery({
    queryKey: ['live', 'campaigns'],
    queryFn: ({ pageParam }) => fetchCampaigns({ cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const { hidden, decide } = useCampaignDecisions();
  const campaigns = query.data?.pages
    .flatMap((page) => page.campaigns)
    .filter(({ id }) => !hidden.has(id));
  return (
    <Page title={text('nav.campaigns')}>
      {query.isPending && <Skeleton lines={9} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {campaigns?.length === 0 && (
        <Empty icon={<Layers size={28} strokeWidth={1.5} />} title={text('empty.campaigns')}>
          <p>{text('empty.campaigns-hint')}</p>
        </Empty>
      )}
      <div className={styles['campaigns']}>
        {campaigns?.map((campaign) => (
          <CampaignCard key={campaign.id} campaign={campaign} onDecide={decide} />
        ))}
      </div>
      <LoadMore query={query} />
    </Page>
  );
}
