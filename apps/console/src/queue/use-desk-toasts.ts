import { useEffect, useEffectEvent } from 'react';
import { useProblemText } from '../messages/use-problem-text.js';
import { useText } from '../messages/use-text.js';
import { useConflictText } from '../messages/use-conflict-text.js';
import { useToast, type Toast } from '../shell/toast.js';
import type { Desk, DeskSnapshot, Notice } from './desk.js';

/** Tells of what the desk did, with the way back. */
export function useDeskToasts(desk: Desk, { notice, state }: DeskSnapshot): void {
  const show = useToast();
  const toToast = useNoticeToast(desk);
  const batch = notice?.kind === 'decided' ? notice.batch : null;
  const until = state.done.find(({ key }) => key === batch)?.undoableUntil ?? null;
  const tell = useEffectEvent(() => {
    if (notice !== null) show(toToast(notice, until));
  });
  useEffect(() => tell(), [notice, until]);
}

function useNoticeToast(desk: Desk): (notice: Notice, until: number | null) => Toast | null {
  const text = useText();
  const conflictText = useConflictText();
  const problemText = useProblemText();
  return (notice, until) => {
    switch (notice.kind) {
      case 'decided': {
        const { count, judgment } = notice;
        const id = judgment.action === 'approve' ? 'toast.approved' : 'toast.rejected';
        return { text: text(id, { count }), undo: { run: () => void desk.undo(), until } };
      }
      case 'undone':
        return { text: text('toast.undone', { count: notice.count }) };
      case 'nothing-to-undo':
        return { text: text('toast.nothing-to-undo') };
      case 'skipped':
        return { text: text('toast.skipped') };
      case 'taken-away':
        return {
          text:
            notice.by === null
              ? text('toast.taken-away')
              : text('toast.taken-away-by', { name: notice.by }),
        };
      case 'conflict': {
        const more = notice.more === 0 ? '' : ` ${text('toast.more', { count: notice.more })}`;
        return { tone: 'bad', text: conflictText(notice.conflict) + more };
      }
      case 'failed': {
        const back = notice.count === 0 ? '' : ` ${text('toast.back', { count: notice.count })}`;
        return { tone: 'bad', text: problemText(notice.error) + back };
      }
    }
  };
}
