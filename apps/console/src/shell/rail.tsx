import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import {
  CircleUser,
  Flag,
  Hand,
  History,
  Inbox,
  KeyRound,
  Layers,
  ListChecks,
  Megaphone,
  Plug,
  Scale,
  ScrollText,
  Search,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { QueueSize, QueueSizes } from '#contract';
import { fetchQueueSizes } from '../api/reviews.js';
import { useText } from '../messages/use-text.js';
import { sitesAs, useSession } from '../session/use-session.js';
import { CountOf } from './count-of.js';
import { RailTools } from './rail-tools.js';
import styles from './rail.module.css';

const QUEUES = [
  { queue: 'held', icon: <Inbox size={16} /> },
  { queue: 'reported', icon: <Flag size={16} /> },
  { queue: 'appealed', icon: <Megaphone size={16} /> },
] as const;

/** How much waits in each queue, of all sites or of one; kept up to date by the stream. */
export const useQueueSizes = (site?: string): QueueSizes | undefined =>
  useQuery({
    queryKey: ['queues', site ?? null],
    queryFn: () => fetchQueueSizes(site),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  }).data;

/** From one queue to another the site stays; other filters do not. */
function useSiteInHand(): { site?: string } {
  const { queue } = useParams({ strict: false });
  const { site } = useSearch({ strict: false });
  return queue === undefined || site === undefined ? {} : { site };
}

/** The way to every page, with what waits in each queue. */
export function Rail() {
  const text = useText();
  const session = useSession();
  const sizes = useQueueSizes();
  const search = useSiteInHand();
  const isLead = sitesAs(session, 'lead').length > 0;
  const isAdmin = sitesAs(session, 'admin').length > 0;
  const only = session.sites.length === 1 ? session.sites[0] : undefined;
  return (
    <nav className={styles['rail']} aria-label={text('nav.pages')}>
      <div className={styles['brand']}>
        <img src="/console/icon.svg" width={20} height={20} alt="" />
        <strong>Moderato</strong>
        {only && <span title={only.name}>{only.name}</span>}
      </div>
      <div className={styles['group']}>
        {QUEUES.map(({ queue, icon }) => (
          <Link
            key={queue}
            to="/queue/$queue"
            params={{ queue }}
            search={search}
            className={styles['link']}
          >
            {icon}
            {text(`queue.${queue}`)}
            <Count size={sizes?.[queue]} />
          </Link>
        ))}
        <RailLink to="/campaigns" icon={<Layers size={16} />} label={text('nav.campaigns')}>
          <Count size={sizes?.campaigns} />
        </RailLink>
        <Link
          to="/queue/$queue"
          params={{ queue: 'mine' }}
          search={search}
          className={styles['link']}
        >
          <Hand size={16} />
          {text('queue.mine')}
          <Count size={sizes?.mine} />
        </Link>
      </div>
      <div className={styles['group']}>
        <RailLink to="/decided" icon={<History size={16} />} label={text('nav.decided')} />
        <RailLink to="/search" icon={<Search size={16} />} label={text('nav.search')} />
      </div>
      <div className={styles['group']}>
        <div className={styles['heading']}>{text('nav.newsroom')}</div>
        <RailLink to="/policy" icon={<Scale size={16} />} label={text('nav.policy')} />
        {isLead && (
          <>
            <RailLink to="/reasons" icon={<ListChecks size={16} />} label={text('nav.reasons')} />
            <RailLink
              to="/integrations"
              icon={<Plug size={16} />}
              label={text('nav.integrations')}
            />
            <RailLink to="/audit" icon={<ScrollText size={16} />} label={text('nav.audit')} />
          </>
        )}
        {isAdmin && (
          <>
            <RailLink to="/team" icon={<Users size={16} />} label={text('nav.team')} />
            <RailLink to="/site" icon={<KeyRound size={16} />} label={text('nav.site')} />
          </>
        )}
      </div>
      <div className={styles['foot']}>
        <RailLink to="/account" icon={<CircleUser size={16} />} label={session.moderator.name} />
        <RailTools />
      </div>
    </nav>
  );
}

type Page =
  | '/campaigns'
  | '/decided'
  | '/search'
  | '/policy'
  | '/reasons'
  | '/integrations'
  | '/audit'
  | '/team'
  | '/site'
  | '/account';

function RailLink({
  to,
  icon,
  label,
  children,
}: {
  to: Page;
  icon: ReactNode;
  label: string;
  children?: ReactNode;
}) {
  return (
    <Link to={to} className={styles['link']}>
      {icon}
      <bdi>{label}</bdi>
      {children}
    </Link>
  );
}

function Count({ size }: { size: QueueSize | undefined }) {
  if (size === undefined || size.count === 0) return null;
  return (
    <span className={styles['count']}>
      <CountOf size={size} />
    </span>
  );
}
