import { Play } from 'lucide-react';
import { tryLatest } from '../../../api/policy.js';
import { Button } from '../../../design/button.js';
import { Line } from '../../../design/notice.js';
import { list } from '../../../layout/list.js';
import { useText } from '../../../messages/use-text.js';
import { LatestView } from './latest-view.js';
import { draftOf, isStale, type Tried } from './tried.js';
import { TrialProblem } from './trial-problem.js';
import { useTrial } from './use-trial.js';
import styles from './trial.module.css';

/** Comments that are looked at. */
const LATEST = 100;

/** Asks what a draft would have made of the comments that came last. */
export function LatestTrial({ tried }: { tried: Tried }) {
  const text = useText();
  const { answer, ask } = useTrial(tried, () => tryLatest(tried.place, draftOf(tried), LATEST));
  const isUnchanged = tried.changes === 0;
  return (
    <section className={styles['panel']} aria-label={text('policy.latest')}>
      <header>
        <h3>{text('policy.latest')}</h3>
        <p className={list.faint}>{text('policy.latest-note')}</p>
      </header>
      <div className={list.line}>
        <Button
          icon={<Play size={14} />}
          disabled={tried.blocked || isUnchanged || ask.isPending}
          onClick={() => ask.mutate()}
        >
          {text(ask.isPending ? 'policy.try-going' : 'policy.latest-go', { count: LATEST })}
        </Button>
        {isUnchanged && <span className={list.soft}>{text('policy.try-change-first')}</span>}
      </div>
      {ask.isError && <TrialProblem error={ask.error} />}
      {answer !== null && (
        <div className={styles['answer']} aria-busy={ask.isPending}>
          {isStale(answer.tried, tried) && <Line>{text('policy.try-stale')}</Line>}
          <LatestView trial={answer.trial} />
        </div>
      )}
    </section>
  );
}
