import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Check, MessageSquarePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CommentHistory, DecideResult } from '#contract';
import { decideComment } from '../../api/comments.js';
import { undoDecision, type Judgment } from '../../api/reviews.js';
import { Button } from '../../design/button.js';
import { useShortcuts } from '../../keyboard/shortcuts.js';
import { useConflictText } from '../../messages/use-conflict-text.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { NoteDialog } from '../../queue/note-dialog.js';
import { RejectMenu } from '../../queue/reject-menu.js';
import { useToast } from '../../shell/toast.js';
import { PlacementButtons } from './placement-buttons.js';

/** Decides about a comment whatever its status, writes notes, and takes back. */
export function CommentActions({ history }: { history: CommentHistory }) {
  const text = useText();
  const navigate = useNavigate();
  const router = useRouter();
  const [rejecting, setRejecting] = useState(false);
  const [noting, setNoting] = useState(false);
  const { comment, author } = history;
  const { decide, undo } = useCommentDecision(history);
  const canApprove = comment.status !== 'published' && comment.status !== 'deleted';
  const canReject = comment.status !== 'rejected' && comment.status !== 'deleted';
  const approve = (): void => {
    if (canApprove) decide({ action: 'approve' });
  };
  useShortcuts({
    approve,
    reject: () => setRejecting(canReject),
    note: () => setNoting(true),
    undo,
    author: () => {
      if (author !== null) void navigate({ to: '/authors/$id', params: { id: author.id } });
    },
    clear: () => router.history.back(),
  });
  return (
    <>
      <Button
        look="good"
        icon={<Check size={16} />}
        shortcut="a"
        disabled={!canApprove}
        onClick={approve}
      >
        {text('approve')}
      </Button>
      <RejectMenu
        site={comment.site.id}
        open={rejecting}
        onOpenChange={setRejecting}
        disabled={!canReject}
        shortcut="r"
        onReject={(reason) => decide({ action: 'reject', reason })}
      />
      <Button
        look="ghost"
        icon={<MessageSquarePlus size={16} />}
        shortcut="n"
        onClick={() => setNoting(true)}
      >
        {text('note')}
      </Button>
      <PlacementButtons history={history} />
      {noting && <NoteDialog comment={comment.id} onClose={() => setNoting(false)} />}
    </>
  );
}

/** Sends a decision, tells how it went, and offers the way back. */
function useCommentDecision({ comment: { id, revision } }: CommentHistory) {
  const text = useText();
  const show = useToast();
  const problemText = useProblemText();
  const conflictText = useConflictText();
  const queries = useQueryClient();
  const last = useRef<string | null>(null);
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ['comment', id] });
    void queries.invalidateQueries({ queryKey: ['author'] });
  };
  const fail = (error: unknown): void => show({ tone: 'bad', text: problemText(error) });
  const back = useMutation({
    mutationFn: (batch: string) => undoDecision(batch),
    onSuccess: ({ restored, conflicts: [conflict] }) => {
      last.current = null;
      show(
        conflict === undefined
          ? { text: text('toast.undone', { count: restored.length }) }
          : { tone: 'bad', text: conflictText(conflict) },
      );
      refresh();
    },
    onError: fail,
  });
  const undo = (): void => {
    if (last.current === null) show({ text: text('toast.nothing-to-undo') });
    else back.mutate(last.current);
  };
  const onDecided = (result: DecideResult, { action }: Judgment): void => {
    const [conflict] = result.conflicts;
    last.current = result.id;
    const until = result.undoableUntil === null ? null : Date.parse(result.undoableUntil);
    if (conflict !== undefined) show({ tone: 'bad', text: conflictText(conflict) });
    else
      show({
        text: text(action === 'approve' ? 'toast.approved' : 'toast.rejected', { count: 1 }),
        undo: { run: undo, until },
      });
    refresh();
  };
  const decision = useMutation({
    mutationFn: (judgment: Judgment) => decideComment(id, { revision, ...judgment }),
    onSuccess: onDecided,
    onError: fail,
  });
  return { decide: decision.mutate, undo };
}
