import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { RejectReason } from '#contract';
import { writeReasons } from '../../api/comments.js';
import { Button } from '../../design/button.js';
import { Line } from '../../design/notice.js';
import { rowClass } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useToast } from '../../shell/toast.js';
import { moveDraft, toDrafts, toWritten, type ReasonDraft } from './reason-drafts.js';
import { ReasonFields } from './reason-fields.js';
import styles from './reasons.module.css';

const MAXIMUM = 9;

/** All reasons at once: their order is their digit. */
export function ReasonsEditor({ site, reasons }: { site: string; reasons: RejectReason[] }) {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [drafts, setDrafts] = useState<ReasonDraft[]>(() => toDrafts(reasons));
  const save = useMutation({
    mutationFn: () => writeReasons(site, toWritten(drafts)),
    onSuccess: (written) => {
      queries.setQueryData(['reasons', site], written);
      show({ text: text('saved') });
    },
  });
  const add = (): void =>
    setDrafts([...drafts, { key: crypto.randomUUID(), title: '', authorText: '' }]);
  return (
    <form
      className={styles['editor']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <ol className={styles['reasons']}>
        {drafts.map((draft, index) => (
          <ReasonFields
            key={draft.key}
            draft={draft}
            position={index + 1}
            last={index === drafts.length - 1}
            onChange={(change) =>
              setDrafts(drafts.map((each) => (each === draft ? { ...each, ...change } : each)))
            }
            onMove={(by) => setDrafts(moveDraft(drafts, index, by))}
            onRemove={() => setDrafts(drafts.filter((each) => each !== draft))}
          />
        ))}
      </ol>
      {save.isError && <Line tone="bad">{problemText(save.error)}</Line>}
      <div className={rowClass}>
        <Button icon={<Plus size={14} />} disabled={drafts.length >= MAXIMUM} onClick={add}>
          {text('reasons.add')}
        </Button>
        <Button look="primary" type="submit" disabled={save.isPending || drafts.length === 0}>
          {text('save')}
        </Button>
      </div>
    </form>
  );
}
