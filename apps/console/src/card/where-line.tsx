import { ExternalLink, ListFilter } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { ReviewComment } from '#contract';
import { languageName } from '../messages/translate-reason.js';
import { useText } from '../messages/use-text.js';
import styles from './card.module.css';

/** Only addresses of pages become links; a site could send anything. */
const isPage = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

/** Under which article it stands. */
export function WhereLine({
  comment,
  withSite,
  onOnly,
}: {
  comment: ReviewComment;
  withSite: boolean;
  /** Shows nothing but what is under this article. */
  onOnly?: (() => void) | undefined;
}) {
  const text = useText();
  const intl = useIntl();
  const { article, site, language } = comment;
  const title = <bdi>{article.title ?? article.id}</bdi>;
  return (
    <div className={styles['where']}>
      {withSite && <span>{site.name}</span>}
      {article.section !== null && <span>{article.section}</span>}
      {isPage(article.url) ? (
        <a href={article.url} target="_blank" rel="noreferrer">
          {title}
          <ExternalLink size={12} aria-label={text('opens-elsewhere')} />
        </a>
      ) : (
        <strong>{title}</strong>
      )}
      {onOnly !== undefined && (
        <button
          type="button"
          className={styles['only']}
          title={text('article.only')}
          aria-label={text('article.only')}
          onClick={onOnly}
        >
          <ListFilter size={14} />
        </button>
      )}
      <span>{text('article.published', { count: article.published })}</span>
      {language !== null && <span>{languageName(intl, language) ?? language}</span>}
      {comment.editedAt !== null && <span>{text('comment.edited')}</span>}
    </div>
  );
}
