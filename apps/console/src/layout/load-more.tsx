import { Button } from '../design/button.js';
import { useText } from '../messages/use-text.js';

/** Gives the next page of a list, if there is one. */
export function LoadMore({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const text = useText();
  if (!query.hasNextPage) return null;
  return (
    <div>
      <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {text(query.isFetchingNextPage ? 'loading' : 'load-more')}
      </Button>
    </div>
  );
}
