import { useState } from 'react';
import { LoadError } from '../../shell/load-error.js';
import { Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { Page } from '../../layout/page.js';
import { SiteChoice } from '../../layout/site-choice.js';
import { useText } from '../../messages/use-text.js';
import { useReasons } from '../../queue/reject-menu.js';
import { sitesAs, useSession } from '../../session/use-session.js';
import { NotAllowed } from '../not-allowed.js';
import { ReasonsEditor } from './reasons-editor.js';

/** The canned reasons of a site, for leads. */
export function ReasonsPage() {
  const text = useText();
  const sites = sitesAs(useSession(), 'lead');
  const [chosen, setChosen] = useState('');
  const site = sites.some(({ id }) => id === chosen) ? chosen : sites[0]?.id;
  const query = useReasons(site ?? null);
  if (site === undefined) return <NotAllowed title={text('nav.reasons')} role="lead" />;
  return (
    <Page title={text('nav.reasons')} narrow>
      <p className={list.soft}>{text('reasons.note')}</p>
      <SiteChoice sites={sites} site={site} onChange={setChosen} />
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <ReasonsEditor
          key={`${site} ${query.data.map(({ id }) => id).join(' ')}`}
          site={site}
          reasons={query.data}
        />
      )}
    </Page>
  );
}
