import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { COMMENT_STATUS_CHOICES, type SearchFilters } from './search-filters.js';
import { searchComments } from '../../api/comments.js';
import { Button } from '../../design/button.js';
import { SelectField, TextField } from '../../design/field.js';
import { Empty, Skeleton } from '../../design/notice.js';
import { CommentRow } from '../../layout/comment-row.js';
import { list } from '../../layout/list.js';
import { LoadMore } from '../../layout/load-more.js';
import { Page, rowClass } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { useSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';

/** Finds comments of any status by their words. */
export function SearchPage() {
  const text = useText();
  const search = useSearch({ from: '/shell/search' });
  const asked = Object.keys(search).length > 0;
  const query = useInfiniteQuery({
    queryKey: ['search', search],
    queryFn: ({ pageParam }) => searchComments({ ...search, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: asked,
  });
  const comments = asked ? query.data?.pages.flatMap((page) => page.comments) : undefined;
  return (
    <Page title={text('nav.search')}>
      <SearchForm key={JSON.stringify(search)} search={search} />
      {!asked && (
        <Empty icon={<Search size={28} strokeWidth={1.5} />} title={text('search.start')}>
          <p>{text('search.start-hint')}</p>
        </Empty>
      )}
      {asked && query.isPending && <Skeleton lines={9} />}
      {asked && query.isError && (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      )}
      {comments?.length === 0 && (
        <Empty icon={<Search size={28} strokeWidth={1.5} />} title={text('search.nothing')}>
          <p>{text('search.nothing-hint')}</p>
        </Empty>
      )}
      {comments !== undefined && comments.length > 0 && (
        <ul className={list.list}>
          {comments.map((comment) => (
            <CommentRow key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
      {asked && <LoadMore query={query} />}
    </Page>
  );
}

function SearchForm({ search }: { search: SearchFilters }) {
  const text = useText();
  const navigate = useNavigate();
  const { sites } = useSession();
  const [words, setWords] = useState(search.text ?? '');
  const go = (change: SearchFilters): void => {
    const next = { ...search, text: words.trim() || undefined, ...change };
    void navigate({ to: '/search', search: next });
  };
  return (
    <form
      role="search"
      className={rowClass}
      onSubmit={(event) => {
        event.preventDefault();
        go({});
      }}
    >
      <TextField
        label={text('search.words')}
        type="search"
        autoFocus
        value={words}
        dir="auto"
        onChange={({ target }) => setWords(target.value)}
      />
      <SelectField
        label={text('search.status')}
        value={search.status ?? ''}
        onChange={({ target }) => go({ status: target.value || undefined })}
      >
        <option value="">{text('all')}</option>
        {COMMENT_STATUS_CHOICES.map((status) => (
          <option key={status} value={status}>
            {text(`status.${status}`)}
          </option>
        ))}
      </SelectField>
      {sites.length > 1 && (
        <SelectField
          label={text('site')}
          value={search.site ?? ''}
          onChange={({ target }) => go({ site: target.value || undefined })}
        >
          <option value="">{text('all')}</option>
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <Button look="primary" type="submit" icon={<Search size={14} />}>
        {text('search.go')}
      </Button>
    </form>
  );
}
