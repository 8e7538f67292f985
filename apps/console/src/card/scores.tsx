import { useIntl } from 'react-intl';
import type { ExplainedFinding } from '#contract';
import { useText } from '../messages/use-text.js';
import { cutScore } from '../text/cut-score.js';
import { useReason } from '../messages/use-reason.js';
import { orderFindings } from './order-findings.js';
import { ScoreBar } from './score-bar.js';
import styles from './scores.module.css';

/** What the checks found: first what counted, then the rest for who wants to know. */
export function Scores({
  findings,
  said = null,
  spelled = false,
  isNotable,
}: {
  findings: readonly ExplainedFinding[];
  /** The sentence that stands above them already. */
  said?: string | null;
  /** Whether thresholds stand there as numbers also where there is little room. */
  spelled?: boolean;
  /** What is shown at once though nothing follows from it. */
  isNotable?: (finding: ExplainedFinding) => boolean;
}) {
  const text = useText();
  const { counted, others } = orderFindings(findings, isNotable);
  return (
    <>
      {counted.length > 0 && <Table findings={counted} said={said} spelled={spelled} />}
      {others.length > 0 && (
        <details>
          <summary className={styles['more']}>
            {text('card.other-findings', { count: others.length })}
          </summary>
          <Table findings={others} said={said} spelled={spelled} />
        </details>
      )}
    </>
  );
}

interface TableProps {
  findings: readonly ExplainedFinding[];
  said: string | null;
  spelled: boolean;
}

function Table({ findings, said, spelled }: TableProps) {
  return (
    <ul className={`${styles['scores'] ?? ''} ${spelled ? (styles['spelled'] ?? '') : ''}`}>
      {findings.map((finding, index) => (
        <Row key={index} finding={finding} said={said} />
      ))}
    </ul>
  );
}

interface RowProps {
  finding: ExplainedFinding;
  said: string | null;
}

function Row({ finding, said }: RowProps) {
  const text = useText();
  const intl = useIntl();
  const { label, score, threshold, outcome } = finding;
  return (
    <li className={`${styles['row']} ${styles[outcome] ?? ''}`}>
      <span className={styles['name']}>
        {label === null ? finding.check : text(`label.${label}`)}
      </span>
      {score === null ? <span /> : <ScoreBar score={score} threshold={threshold} tone={outcome} />}
      <span className={styles['value']}>{score === null ? '–' : cutScore(intl, score)}</span>
      <Remark finding={finding} said={said} />
    </li>
  );
}

/** What the bar cannot tell: the whole sentence of what is no mere score, else the threshold as a number. */
function Remark({ finding, said }: RowProps) {
  const text = useText();
  const intl = useIntl();
  const sentence = useReason();
  const { reason, threshold, outcome } = finding;
  const own = sentence(finding);
  const isScore = (reason.startsWith('SCORED_') && reason !== 'SCORED_OTHER') || own === said;
  const id = outcome === 'reject' ? 'card.rejects-from' : 'card.holds-from';
  return (
    <span className={`${styles['sentence']} ${isScore ? styles['number'] : ''}`} dir="auto">
      {!isScore && own}
      {isScore && threshold !== null && text(id, { threshold: cutScore(intl, threshold) })}
    </span>
  );
}
