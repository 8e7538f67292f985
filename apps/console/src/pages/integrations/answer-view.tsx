import { useIntl } from 'react-intl';
import { ScoreBar } from '../../card/score-bar.js';
import { Badge } from '../../design/badge.js';
import { Line } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { languageName } from '../../messages/translate-reason.js';
import { useText } from '../../messages/use-text.js';
import { cutScore } from '../../text/cut-score.js';
import type { NamedScore, Reading } from './dialects.js';
import styles from './integrations.module.css';

/** An answer as a person reads it; read out when it comes. */
export function AnswerView({ reading }: { reading: Reading }) {
  if (reading.kind === 'refused') return <Refused reading={reading} />;
  return (
    <div className={styles['view']} role="status">
      {reading.kind === 'verdict' ? <Verdict reading={reading} /> : <Scores reading={reading} />}
    </div>
  );
}

/** In the moderator's language, and what programs are told below it: all dialects speak English. */
function Refused({ reading }: { reading: Extract<Reading, { kind: 'refused' }> }) {
  const text = useText();
  const { why, words, seconds } = reading;
  return (
    <div className={styles['view']}>
      <Line tone={why === 'limited' ? 'warn' : 'bad'}>
        {text(`integrations.refused.${why}`, { seconds: Math.max(1, seconds ?? 1) })}
      </Line>
      {words !== null && (
        <p className={list.soft}>
          {text('integrations.refused-words')} <q lang="en">{words}</q>
        </p>
      )}
    </div>
  );
}

function Verdict({
  reading: { spam, discard },
}: {
  reading: Extract<Reading, { kind: 'verdict' }>;
}) {
  const text = useText();
  return (
    <p className={list.line}>
      <Badge tone={spam ? 'bad' : 'good'}>
        {text(spam ? 'integrations.spam' : 'integrations.ham')}
      </Badge>
      {discard && <span className={list.soft}>{text('integrations.discard')}</span>}
    </p>
  );
}

function Scores({ reading }: { reading: Extract<Reading, { kind: 'scores' }> }) {
  const text = useText();
  const intl = useIntl();
  const { scores, flagged, languages } = reading;
  const names = languages.map((language) => languageName(intl, language) ?? language);
  return (
    <>
      {(flagged !== null || names.length > 0) && (
        <p className={list.line}>
          {flagged !== null && (
            <Badge tone={flagged ? 'bad' : 'good'}>
              {text(flagged ? 'integrations.flagged' : 'integrations.not-flagged')}
            </Badge>
          )}
          {names.length > 0 && (
            <span className={list.faint}>
              {text('integrations.read-as', { languages: intl.formatList(names) })}
            </span>
          )}
        </p>
      )}
      {scores.length === 0 && <p className={list.soft}>{text('integrations.no-scores')}</p>}
      <ul className={styles['scores']}>
        {scores.map((entry) => (
          <Score key={entry.name} {...entry} />
        ))}
      </ul>
    </>
  );
}

/** Under the name that the dialect has for it, which programs look for. */
function Score({ name, score }: NamedScore) {
  const intl = useIntl();
  return (
    <li>
      <code>{name}</code>
      <ScoreBar score={score} />
      <span data-figures>{cutScore(intl, score)}</span>
    </li>
  );
}
