import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { SetStanding } from '#contract';
import type { ClaimableQueue } from '../api/reviews.js';
import { ReviewCard } from '../card/review-card.js';
import { Line } from '../design/notice.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useText } from '../messages/use-text.js';
import { READING_ID } from '../text/comment-text.js';
import { ActionBar } from './action-bar.js';
import { AuthorStandingDialog } from './author-standing-dialog.js';
import type { CardActions, CardMenu } from './card-actions.js';
import { targetsOf } from './desk-selection.js';
import type { DeskEntry, DeskState } from './desk-state.js';
import type { Desk } from './desk.js';
import { NoteDialog } from './note-dialog.js';
import type { QueueFilters } from './queue-filters.js';
import styles from './queue-page.module.css';

interface CardPaneProps {
  desk: Desk;
  state: DeskState;
  entry: DeskEntry;
  queue: ClaimableQueue;
  filters: QueueFilters;
}

/** What is asked about the card in hand, in a dialog. */
type Asked = 'note' | { standing: SetStanding | 'none' } | null;

/** The card in hand with what can be done about it. */
export function CardPane(props: CardPaneProps) {
  const text = useText();
  const { desk, state, entry } = props;
  const { item, taken } = entry;
  const [menu, setMenu] = useState<CardMenu>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const pane = useRef<HTMLDivElement>(null);
  useCardFocus(pane, item.id);
  const actions = useCardActions(props, setAsked);
  useShortcuts({
    approve: actions.approve,
    reject: () => setMenu('reject'),
    skip: actions.skip,
    note: actions.note,
    open: actions.open,
    author: () => actions.author?.open(),
    standing: () => setMenu(actions.author === null ? null : 'author'),
  });
  const name = item.author?.name ?? item.comment.authorName ?? text('author.anonymous');
  return (
    <section className={styles['pane']} aria-label={text('queue.card')}>
      <div
        ref={pane}
        tabIndex={-1}
        role="group"
        aria-label={text('card.comment-by', { name })}
        aria-describedby={READING_ID}
        className={styles['reading']}
      >
        {taken !== null && <Line>{text('queue.taken', { name: taken.by.name })}</Line>}
        <ReviewCard item={item} onOnlyArticle={actions.onlyArticle} />
      </div>
      <ActionBar
        site={item.comment.site.id}
        actions={actions}
        disabled={taken !== null && state.selected.size === 0}
        menu={menu}
        onMenu={setMenu}
        onClosed={() => pane.current?.focus({ preventScroll: true })}
      />
      {asked === 'note' && (
        <NoteDialog
          comment={item.comment.id}
          onSaved={(note) => desk.dispatch({ type: 'noted', comment: item.comment.id, note })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked !== null && asked !== 'note' && item.author !== null && (
        <AuthorStandingDialog
          author={item.author.id}
          standing={asked.standing}
          onSaved={(author) => desk.dispatch({ type: 'regarded', author })}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

/** Keys act on the selection while there is one, as the bar above the list does. */
function useCardActions(
  { desk, state, entry: { item }, queue, filters }: CardPaneProps,
  ask: (asked: Asked) => void,
): CardActions {
  const navigate = useNavigate();
  const { author, comment } = item;
  const targets = targetsOf(state);
  const narrow = (change: QueueFilters) => (): void =>
    void navigate({
      ...{ to: '/queue/$queue', params: { queue } },
      search: { ...filters, ...change },
    });
  return {
    approve: () => void desk.decide(targets, { action: 'approve' }),
    reject: (reason) => void desk.decide(targets, { action: 'reject', reason }),
    skip: () => void desk.skip(item.id),
    note: () => ask('note'),
    open: () => void navigate({ to: '/comments/$id', params: { id: comment.id } }),
    onlyArticle: narrow({ article: comment.article.id }),
    author: author && {
      summary: author,
      open: () => void navigate({ to: '/authors/$id', params: { id: author.id } }),
      only: narrow({ author: author.id }),
      setStanding: (standing) => ask({ standing }),
    },
  };
}

/** The next card is read from its top, by a screen reader with its text; who is typing is left alone. */
function useCardFocus(pane: React.RefObject<HTMLDivElement | null>, id: string): void {
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    element.scrollTo({ top: 0 });
    // On a telephone the card and the list scroll together.
    element.closest('main')?.scrollTo({ top: 0 });
    const { activeElement } = document;
    const elsewhere =
      activeElement?.closest('dialog, [role=menu], [role=dialog], input, textarea, select') ?? null;
    if (elsewhere === null) element.focus({ preventScroll: true });
  }, [pane, id]);
}
