import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { fetchModerators } from '../../api/accounts.js';
import { fetchAudit } from '../../api/comments.js';
import { queryString } from '../../api/request.js';
import { buttonClass } from '../../design/button.js';
import { SelectField, TextField } from '../../design/field.js';
import { Empty, Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { LoadMore } from '../../layout/load-more.js';
import { Page, rowClass } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { sitesAs, useSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';
import { AuditLine, useActionText } from './audit-line.js';
import { AUDIT_ACTIONS, auditQuery, type AuditSearch } from './audit-search.js';

const FORMATS = ['csv', 'jsonl'] as const;

/** Who did what; for leads, who answer for it. */
export function AuditPage() {
  const text = useText();
  const search = useSearch({ from: '/shell/audit' });
  const asked = auditQuery(search);
  const query = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) => fetchAudit({ ...asked, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const entries = query.data?.pages.flatMap((page) => page.entries);
  return (
    <Page
      title={text('nav.audit')}
      aside={FORMATS.map((format) => (
        <a
          key={format}
          className={buttonClass()}
          href={`/v1/audit/export${queryString({ ...asked, format })}`}
          download
        >
          <Download size={14} />
          {text(`audit.export-${format}`)}
        </a>
      ))}
    >
      <Filters search={search} />
      {query.isPending && <Skeleton lines={9} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {entries?.length === 0 && <Empty title={text('audit.empty')} />}
      {entries !== undefined && entries.length > 0 && (
        <ul className={list.list}>
          {entries.map((entry) => (
            <AuditLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <LoadMore query={query} />
    </Page>
  );
}

function Filters({ search }: { search: AuditSearch }) {
  const text = useText();
  const actionText = useActionText();
  const navigate = useNavigate();
  const session = useSession();
  const sites = sitesAs(session, 'lead');
  const site = search.site ?? sites[0]?.id ?? '';
  const isAdmin = sitesAs(session, 'admin').some(({ id }) => id === site);
  const moderators = useQuery({
    queryKey: ['moderators', site],
    queryFn: () => fetchModerators(site),
    enabled: isAdmin,
  });
  const set = (change: AuditSearch): void =>
    void navigate({ to: '/audit', search: { ...search, ...change }, replace: true });
  return (
    <div className={rowClass}>
      {sites.length > 1 && (
        <SelectField
          label={text('site')}
          value={search.site ?? ''}
          onChange={({ target }) => set({ site: target.value || undefined })}
        >
          <option value="">{text('all')}</option>
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={text('audit.action')}
        value={search.action ?? ''}
        onChange={({ target }) => set({ action: target.value || undefined })}
      >
        <option value="">{text('all')}</option>
        {AUDIT_ACTIONS.map((action) => (
          <option key={action} value={action}>
            {actionText(action)}
          </option>
        ))}
      </SelectField>
      {isAdmin && (
        <SelectField
          label={text('audit.moderator')}
          value={search.moderator ?? ''}
          onChange={({ target }) => set({ moderator: target.value || undefined })}
        >
          <option value="">{text('all')}</option>
          {moderators.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        label={text('audit.from')}
        type="date"
        value={search.from ?? ''}
        onChange={({ target }) => set({ from: target.value || undefined })}
      />
      <TextField
        label={text('audit.to')}
        type="date"
        value={search.to ?? ''}
        onChange={({ target }) => set({ to: target.value || undefined })}
      />
    </div>
  );
}
