import type { ExplainedFinding, ExplainedVerdict } from '#contract';
import cardStyles from '../../../card/card.module.css';
import { Scores } from '../../../card/scores.js';
import { list } from '../../../layout/list.js';
import { useReason } from '../../../messages/use-reason.js';
import { CommentText } from '../../../text/comment-text.js';
import { TriedBadge } from './tried-badge.js';
import styles from './trial.module.css';

interface VerdictColumnProps {
  title: string;
  /** Whose policy it is, in a few words. */
  note: string;
  body: string;
  verdict: ExplainedVerdict;
  /** Which findings are shown though nothing follows from them. */
  isNotable: (finding: ExplainedFinding) => boolean;
}

/** What one policy makes of a text: the status, the sentence, the words, the scores, as the queue shows them. */
export function VerdictColumn({ title, note, body, verdict, isNotable }: VerdictColumnProps) {
  const sentence = useReason();
  const why = sentence(verdict);
  return (
    <section className={styles['column']} aria-label={title}>
      <header className={list.line}>
        <h4>{title}</h4>
        <span className={list.faint}>{note}</span>
      </header>
      <div>
        <TriedBadge status={verdict.status} />
      </div>
      <p className={cardStyles['sentence']} dir="auto">
        {why}
      </p>
      <CommentText body={body} spans={verdict.spans} />
      <Scores spelled findings={verdict.findings} said={why} isNotable={isNotable} />
    </section>
  );
}
