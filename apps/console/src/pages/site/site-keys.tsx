import { useQuery } from '@tanstack/react-query';
import { SITE_KEY_KINDS, type SiteKey } from '#contract';
import { fetchSiteKeys } from '../../api/site.js';
import { Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { Section } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { LoadError } from '../../shell/load-error.js';
import { keyName } from './key-name.js';
import { KeyTimes } from './key-row.js';
import { KeysSection } from './keys-section.js';
import styles from './site.module.css';

/** How often a use that others see may come in while one waits for an old key to fall silent. */
const REFETCH_MS = 30_000;

/** All keys of a site, and how one takes the place of another. */
export function SiteKeys({ site }: { site: string }) {
  const query = useQuery({
    queryKey: ['site-keys', site],
    queryFn: () => fetchSiteKeys(site),
    refetchInterval: REFETCH_MS,
  });
  if (query.isPending) return <Skeleton lines={6} />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const inForce = query.data.filter(({ revokedAt }) => revokedAt === null);
  const revoked = query.data.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <>
      {SITE_KEY_KINDS.map((kind) => (
        <KeysSection
          key={kind}
          site={site}
          kind={kind}
          keys={inForce.filter((key) => key.kind === kind)}
        />
      ))}
      <Exchange />
      {revoked.length > 0 && <Revoked keys={revoked} />}
    </>
  );
}

const STEPS = ['site.exchange-1', 'site.exchange-2', 'site.exchange-3', 'site.exchange-4'] as const;

function Exchange() {
  const text = useText();
  return (
    <Section title={text('site.exchange')} note={text('site.exchange-note')}>
      <ol className={styles['steps']}>
        {STEPS.map((step) => (
          <li key={step}>{text(step)}</li>
        ))}
      </ol>
      <p className={list.soft}>{text('site.leaked')}</p>
    </Section>
  );
}

function Revoked({ keys }: { keys: readonly SiteKey[] }) {
  const text = useText();
  return (
    <details className={styles['revoked']}>
      <summary>{text('site.revoked', { count: keys.length })}</summary>
      <ul className={list.list}>
        {keys.map((key) => (
          <li key={key.id}>
            <code className={styles['key']} dir="ltr">
              {keyName(key)}
            </code>
            <KeyTimes siteKey={key} />
          </li>
        ))}
      </ul>
    </details>
  );
}
