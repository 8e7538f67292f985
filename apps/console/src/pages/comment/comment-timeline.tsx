import type { CommentHistory, HistoryDecision, HistoryEvent, ReviewNote } from '#contract';
import { Badge } from '../../design/badge.js';
import { useReason } from '../../messages/use-reason.js';
import { useText } from '../../messages/use-text.js';
import { TimeAt } from '../../text/time-ago.js';
import styles from './timeline.module.css';

type Step = { at: string } & (
  { decision: HistoryDecision } | { note: ReviewNote } | { event: HistoryEvent }
);

/** Decisions, notes and whatever else happened together, the newest first. */
function stepsOf({ decisions, notes, events }: CommentHistory): Step[] {
  const steps: Step[] = [
    ...decisions.map((decision) => ({ at: decision.decidedAt, decision })),
    ...notes.map((note) => ({ at: note.at, note })),
    ...events.map((event) => ({ at: event.at, event })),
  ];
  return steps.sort((one, other) => other.at.localeCompare(one.at));
}

/** What happened to a comment, and who did it. */
export function CommentTimeline({ history }: { history: CommentHistory }) {
  return (
    <ol className={styles['timeline']}>
      {stepsOf(history).map((step) => {
        if ('note' in step) return <NoteStep key={step.note.id} note={step.note} />;
        if ('event' in step) return <EventStep key={step.event.id} event={step.event} />;
        return <DecisionStep key={step.decision.id} decision={step.decision} />;
      })}
    </ol>
  );
}

function NoteStep({ note }: { note: ReviewNote }) {
  const text = useText();
  return (
    <li className={`${styles['step']} ${styles['note']}`}>
      <div className={styles['line']}>
        <strong>{text('note')}</strong>
        <bdi>{note.by?.name ?? text('conflict.somebody')}</bdi>
        <span className={styles['faint']}>
          <TimeAt at={note.at} />
        </span>
      </div>
      <p className={styles['text']} dir="auto">
        {note.text}
      </p>
    </li>
  );
}

function EventStep({ event: { event, actor, by, at } }: { event: HistoryEvent }) {
  const text = useText();
  return (
    <li className={`${styles['step']} ${styles['event']}`}>
      <div className={styles['line']}>
        <strong>{text(`event.${event}`)}</strong>
        <bdi>{by?.name ?? text(`actor.${actor}`)}</bdi>
        <span className={styles['faint']}>
          <TimeAt at={at} />
        </span>
      </div>
    </li>
  );
}

function DecisionStep({ decision }: { decision: HistoryDecision }) {
  const text = useText();
  const sentence = useReason();
  const { to, by, actor, rejectReason, undone, policyVersion } = decision;
  return (
    <li className={`${styles['step']} ${styles[to] ?? ''} ${undone ? styles['undone'] : ''}`}>
      <div className={styles['line']}>
        <strong>{text(`status.${to}`)}</strong>
        <bdi>{by?.name ?? text(`actor.${actor}`)}</bdi>
        {rejectReason !== null && <Badge>{rejectReason.title}</Badge>}
        {undone && <Badge tone="warn">{text('comment.undone')}</Badge>}
        <span className={styles['faint']}>
          <TimeAt at={decision.decidedAt} />
        </span>
        {policyVersion !== null && (
          <span className={styles['faint']}>
            {text('comment.policy', { version: policyVersion })}
          </span>
        )}
      </div>
      <p className={styles['text']} dir="auto">
        {sentence(decision)}
      </p>
    </li>
  );
}
