import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { undoDecision } from '../../api/reviews.js';
import { Button } from '../../design/button.js';
import { useConflictText } from '../../messages/use-conflict-text.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { useToast } from '../../shell/toast.js';

/** Takes a batch of decisions back, as a whole. */
export function UndoButton({ batch }: { batch: string }) {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const conflictText = useConflictText();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => undoDecision(batch),
    onSuccess: ({ restored, conflicts: [conflict] }) => {
      void queries.invalidateQueries({ queryKey: ['live'] });
      void queries.invalidateQueries({ queryKey: ['queues'] });
      show(
        conflict === undefined
          ? { text: text('toast.undone', { count: restored.length }) }
          : { tone: 'bad', text: conflictText(conflict) },
      );
    },
    onError: (error) => show({ tone: 'bad', text: problemText(error) }),
  });
  return (
    <Button
      look="ghost"
      icon={<Undo2 size={14} />}
      disabled={undo.isPending}
      onClick={() => undo.mutate()}
    >
      {text('undo')}
    </Button>
  );
}
