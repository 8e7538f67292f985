import { RefreshCw, TriangleAlert } from 'lucide-react';
import { Button } from '../design/button.js';
import { Empty } from '../design/notice.js';
import { useProblemText } from '../messages/use-problem-text.js';
import { useText } from '../messages/use-text.js';

/** What stands where something could not be loaded. */
export function LoadError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useText();
  const problemText = useProblemText();
  return (
    <div role="alert">
      <Empty icon={<TriangleAlert size={28} strokeWidth={1.5} />} title={text('error.title')}>
        <p>{problemText(error)}</p>
        {onRetry !== undefined && (
          <Button icon={<RefreshCw size={14} />} onClick={onRetry}>
            {text('retry')}
          </Button>
        )}
      </Empty>
    </div>
  );
}
