import { Link } from '@tanstack/react-router';
import { Check, List } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CampaignCard as Campaign } from '#contract';
import type { Judgment } from '../../api/reviews.js';
import { Button, buttonClass } from '../../design/button.js';
import { useText } from '../../messages/use-text.js';
import { RejectMenu } from '../../queue/reject-menu.js';
import { useSession } from '../../session/use-session.js';
import { CommentText } from '../../text/comment-text.js';
import styles from './campaigns.module.css';

interface CampaignCardProps {
  campaign: Campaign;
  onDecide: (campaign: Campaign, judgment: Judgment) => void;
}

/** One campaign: how large, how wide, how long, and what it says. */
export function CampaignCard({ campaign, onDecide }: CampaignCardProps) {
  const text = useText();
  const [rejecting, setRejecting] = useState(false);
  const { id, size, site, examples } = campaign;
  const title = text('campaign.size', { count: size });
  return (
    <article id={id} className={styles['card']} aria-label={title}>
      <div className={styles['head']}>
        <div>
          <h2>{title}</h2>
          <Facts campaign={campaign} />
        </div>
        <div className={styles['buttons']}>
          <Button
            look="good"
            icon={<Check size={16} />}
            onClick={() => onDecide(campaign, { action: 'approve' })}
          >
            {text('campaign.approve')}
          </Button>
          <RejectMenu
            site={site.id}
            label={text('campaign.reject')}
            open={rejecting}
            onOpenChange={setRejecting}
            onReject={(reason) => onDecide(campaign, { action: 'reject', reason })}
          />
          <Link
            to="/queue/$queue"
            params={{ queue: 'held' }}
            search={{ campaign: id }}
            className={buttonClass('ghost')}
          >
            <List size={16} />
            {text('campaign.one-by-one')}
          </Link>
        </div>
      </div>
      <ul className={styles['examples']}>
        {examples.map((item) => (
          <li key={item.id}>
            <CommentText body={item.comment.body} spans={item.spans} clamped />
            <bdi>
              {item.author?.name ?? item.comment.authorName ?? text('author.anonymous')}
              {' · '}
              {item.comment.article.title ?? item.comment.article.id}
            </bdi>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Facts({ campaign }: { campaign: Campaign }) {
  const { site, authors, articles, more, firstAt, lastAt } = campaign;
  const plus = more ? '+' : '';
  const severalSites = useSession().sites.length > 1;
  const text = useText();
  const intl = useIntl();
  const span = intl.formatDateTimeRange(new Date(firstAt), new Date(lastAt), {
    ...{ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  });
  return (
    <div className={styles['facts']}>
      {severalSites && <bdi>{site.name}</bdi>}
      <span>{text('campaign.authors', { count: authors, plus })}</span>
      <span>{text('campaign.articles', { count: articles, plus })}</span>
      <span>{span}</span>
    </div>
  );
}
