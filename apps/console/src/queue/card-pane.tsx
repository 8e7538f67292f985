import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ReviewCard } from '../card/review-card.js';
import { Line } from '../design/notice.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useText } from '../messages/use-text.js';
import { READING_ID } from '../text/comment-text.js';
import { ActionBar, type CardActions } from './action-bar.js';
import { targetsOf } from './desk-selection.js';
import type { DeskEntry, DeskState } from './desk-state.js';
import type { Desk } from './desk.js';
import { NoteDialog } from './note-dialog.js';
import styles from './queue-page.module.css';

/** The card in hand with what can be done about it. */
export function CardPane({
  desk,
  state,
  entry,
}: {
  desk: Desk;
  state: DeskState;
  entry: DeskEntry;
}) {
  const text = useText();
  const { item, taken } = entry;
  const [rejecting, setRejecting] = useState(false);
  const [noting, setNoting] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  useCardFocus(pane, item.id);
  const actions = useCardActions(desk, state, entry, () => setNoting(true));
  useShortcuts({
    approve: actions.approve,
    reject: () => setRejecting(true),
    skip: actions.skip,
    note: actions.note,
    open: actions.open,
    author: () => actions.author?.(),
  });
  return (
    <section className={styles['pane']} aria-label={text('queue.card')}>
      <div
        ref={pane}
        tabIndex={-1}
        role="group"
        aria-label={text('queue.card')}
        aria-describedby={READING_ID}
        className={styles['reading']}
      >
        {taken !== null && <Line>{text('queue.taken', { name: taken.by.name })}</Line>}
        <ReviewCard item={item} />
      </div>
      <ActionBar
        site={item.comment.site.id}
        actions={actions}
        disabled={taken !== null && state.selected.size === 0}
        rejecting={rejecting}
        onRejecting={setRejecting}
        onClosed={() => pane.current?.focus({ preventScroll: true })}
      />
      {noting && <NoteDialog comment={item.comment.id} onClose={() => setNoting(false)} />}
    </section>
  );
}

/** Keys act on the selection while there is one, as the bar above the list does. */
function useCardActions(
  desk: Desk,
  state: DeskState,
  { item }: DeskEntry,
  note: () => void,
): CardActions {
  const navigate = useNavigate();
  const { author, comment } = item;
  const targets = targetsOf(state);
  return {
    approve: () => void desk.decide(targets, { action: 'approve' }),
    reject: (reason) => void desk.decide(targets, { action: 'reject', reason }),
    skip: () => void desk.skip(item.id),
    note,
    open: () => void navigate({ to: '/comments/$id', params: { id: comment.id } }),
    author:
      author === null
        ? null
        : () => void navigate({ to: '/authors/$id', params: { id: author.id } }),
  };
}

/** The next card is read from its top, by a screen reader with its text; who is typing is left alone. */
function useCardFocus(pane: React.RefObject<HTMLDivElement | null>, id: string): void {
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    element.scrollTo({ top: 0 });
    const { activeElement } = document;
    const elsewhere =
      activeElement?.closest('dialog, [role=menu], [role=dialog], input, textarea, select') ?? null;
    if (elsewhere === null) element.focus({ preventScroll: true });
  }, [pane, id]);
}
