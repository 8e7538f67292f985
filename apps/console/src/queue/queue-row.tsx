import { Layers, RotateCcw, UserRound } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../messages/use-text.js';
import { splitText } from '../text/split-text.js';
import { cutScore } from '../text/cut-score.js';
import { TimeAgo } from '../text/time-ago.js';
import type { DeskEvent } from './desk-reducer.js';
import type { DeskEntry } from './desk-state.js';
import styles from './row.module.css';

const SNIPPET = 140;

interface QueueRowProps {
  entry: DeskEntry;
  current: boolean;
  selected: boolean;
  dispatch: (event: DeskEvent) => void;
}

/** One comment in the list of those to come. */
export const QueueRow = memo(function Row({ entry, current, selected, dispatch }: QueueRowProps) {
  const text = useText();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) bringIntoSight(element.current);
  }, [current]);
  const { item, taken } = entry;
  const name = item.author?.name ?? item.comment.authorName ?? text('author.anonymous');
  const classes = [
    styles['row'],
    current && styles['current'],
    selected && styles['selected'],
    taken !== null && styles['taken'],
  ];
  return (
    <li ref={element} className={classes.filter(Boolean).join(' ')} data-item={item.id}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={selected}
          aria-label={text('queue.select-one', { name })}
          onClick={(event) => {
            const type = event.shiftKey ? 'range' : 'toggle';
            dispatch({ type, id: item.id });
          }}
          onChange={() => undefined}
        />
      </label>
      <button
        type="button"
        className={styles['open']}
        aria-current={current || undefined}
        onClick={() => dispatch({ type: 'focus', id: item.id })}
      >
        <span className={styles['top']}>
          <bdi className={styles['name']}>{name}</bdi>
          <Facts entry={entry} />
          <span className={styles['age']}>
            <TimeAgo at={item.comment.createdAt} />
          </span>
        </span>
        <span className={styles['text']} dir="auto">
          {snippet(item.comment.body)}
        </span>
      </button>
    </li>
  );
});

/** Where the list scrolls by itself; below the card of a telephone it would take the card out of sight. */
function bringIntoSight(row: HTMLElement | null): void {
  const list = row?.parentElement;
  if (list && list.scrollHeight > list.clientHeight) row.scrollIntoView({ block: 'nearest' });
}

/** The beginning in one line, without what turns a text around. */
const snippet = (body: string): string =>
  splitText(body.slice(0, SNIPPET), [])
    .filter(({ hidden }) => !hidden)
    .map((piece) => piece.text)
    .join('')
    .replaceAll(/\s+/g, ' ');

function Facts({ entry: { item, skipped, taken } }: { entry: DeskEntry }) {
  const text = useText();
  const intl = useIntl();
  const score =
    item.score === null || !item.reason.startsWith('SCORED_')
      ? ''
      : ` ${cutScore(intl, item.score)}`;
  return (
    <span className={styles['facts']}>
      {taken !== null && (
        <span>
          <UserRound size={12} /> {text('queue.taken-by', { name: taken.by.name })}
        </span>
      )}
      {skipped && <RotateCcw size={12} aria-label={text('queue.skipped')} />}
      <span>
        {item.label === null ? text(`kind.${item.kind}`) : `${text(`label.${item.label}`)}${score}`}
      </span>
      {item.campaign !== null && item.campaign.size > 1 && (
        <>
          <Layers size={12} aria-label={text('nav.campaigns')} />
          {item.campaign.size}
        </>
      )}
    </span>
  );
}
