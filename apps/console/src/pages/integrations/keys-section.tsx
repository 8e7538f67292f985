import { useQuery } from '@tanstack/react-query';
import type { IssuedIntegrationKey } from '#contract';
import { fetchIntegrationKeys } from '../../api/integrations.js';
import { CopyField } from '../../design/copy-field.js';
import { Line, Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';
import { LoadError } from '../../shell/load-error.js';
import styles from './integrations.module.css';
import { KeyForm } from './key-form.js';
import { KeyRow } from './key-row.js';

interface KeysSectionProps {
  site: string;
  /** The key that was just made. */
  issued: IssuedIntegrationKey | null;
  onIssued: (key: IssuedIntegrationKey | null) => void;
}

/** The keys of a site: making, seeing once, and revoking them. */
export function KeysSection({ site, issued, onIssued }: KeysSectionProps) {
  const text = useText();
  return (
    <>
      <KeyForm site={site} onIssued={onIssued} />
      {issued !== null && (
        <div className={styles['issued']}>
          <Line tone="good">{text('integrations.key-issued')}</Line>
          <CopyField
            label={text('integrations.key-of', { name: issued.name })}
            value={issued.key}
          />
        </div>
      )}
      <Keys
        site={site}
        onRevoked={(id) => {
          if (id === issued?.id) onIssued(null);
        }}
      />
    </>
  );
}

function Keys({ site, onRevoked }: { site: string; onRevoked: (id: string) => void }) {
  const text = useText();
  const query = useQuery({
    queryKey: ['integration-keys', site],
    queryFn: () => fetchIntegrationKeys(site),
  });
  if (query.isPending) return <Skeleton lines={2} />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.length === 0) return <p className={list.faint}>{text('integrations.no-keys')}</p>;
  return (
    <ul className={list.list}>
      {query.data.map((key) => (
        <KeyRow key={key.id} integrationKey={key} site={site} onRevoked={() => onRevoked(key.id)} />
      ))}
    </ul>
  );
}
