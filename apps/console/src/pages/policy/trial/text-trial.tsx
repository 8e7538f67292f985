import { Play } from 'lucide-react';
import { type Ref, useState } from 'react';
import { tryText } from '../../../api/policy.js';
import { Button } from '../../../design/button.js';
import { Line } from '../../../design/notice.js';
import { list } from '../../../layout/list.js';
import { useText } from '../../../messages/use-text.js';
import { type Question, QuestionFields } from './question-fields.js';
import { draftOf, isStale, type Tried } from './tried.js';
import { fieldProblemsOf, TrialProblem } from './trial-problem.js';
import { TrialView } from './trial-view.js';
import { useTrial } from './use-trial.js';
import styles from './trial.module.css';

interface TextTrialProps {
  tried: Tried;
  /** The text area, for who leads the focus there. */
  area?: Ref<HTMLTextAreaElement>;
}

/** Asks what would become of a text. */
export function TextTrial({ tried, area }: TextTrialProps) {
  const text = useText();
  const [question, setQuestion] = useState<Question>({ body: '', author: 'known' });
  const { answer, ask } = useTrial(tried, async () => {
    const trial = await tryText(tried.place, { ...question, policy: draftOf(tried) });
    return { ...trial, author: question.author };
  });
  const mayAsk = !tried.blocked && !ask.isPending && question.body.trim() !== '';
  const ofText = fieldProblemsOf(ask.error).find(({ field }) => field === 'body');
  return (
    <section className={styles['panel']} aria-label={text('policy.try-text')}>
      <header>
        <h3>{text('policy.try-text')}</h3>
        <p className={list.faint}>{text('policy.try-text-note')}</p>
      </header>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (mayAsk) ask.mutate();
        }}
      >
        <QuestionFields
          question={question}
          onChange={setQuestion}
          error={ofText?.message}
          area={area}
        >
          <Button type="submit" icon={<Play size={14} />} disabled={!mayAsk}>
            {text(ask.isPending ? 'policy.try-going' : 'policy.try-go')}
          </Button>
        </QuestionFields>
      </form>
      {ask.isError && ofText === undefined && <TrialProblem error={ask.error} />}
      {answer !== null && (
        <div className={styles['answer']} aria-busy={ask.isPending}>
          {(isStale(answer.tried, tried) || answer.trial.author !== question.author) && (
            <Line>{text('policy.try-stale')}</Line>
          )}
          <TrialView trial={answer.trial} changes={answer.tried.changes} />
        </div>
      )}
    </section>
  );
}
