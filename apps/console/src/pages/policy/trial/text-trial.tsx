import { Play } from 'lucide-react';
import { type ReactNode, type Ref, useState } from 'react';
import { AUTHOR_STANDINGS, type AuthorStanding } from '#contract';
import { tryText } from '../../../api/policy.js';
import { Button } from '../../../design/button.js';
import { SelectField, TextArea } from '../../../design/field.js';
import { Line } from '../../../design/notice.js';
import { list } from '../../../layout/list.js';
import { useText } from '../../../messages/use-text.js';
import { draftOf, isStale, type Tried } from './tried.js';
import { fieldProblemsOf, TrialProblem } from './trial-problem.js';
import { TrialView } from './trial-view.js';
import { useTrial } from './use-trial.js';
import styles from './trial.module.css';

interface Question {
  body: string;
  author: AuthorStanding;
}

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

interface QuestionFieldsProps extends Pick<TextTrialProps, 'area'> {
  question: Question;
  error: string | undefined;
  onChange: (question: Question) => void;
  children: ReactNode;
}

/** The text and who writes it; what stands beside that sends it. */
function QuestionFields({ question, error, onChange, area, children }: QuestionFieldsProps) {
  const text = useText();
  return (
    <>
      <TextArea
        {...(area && { ref: area })}
        label={text('policy.try-body')}
        hint={text('policy.try-hint')}
        error={error}
        rows={3}
        dir="auto"
        value={question.body}
        onChange={({ target }) => onChange({ ...question, body: target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className={styles['author']}>
        <SelectField
          label={text('policy.try-author')}
          value={question.author}
          onChange={({ target }) =>
            onChange({ ...question, author: target.value as AuthorStanding })
          }
        >
          {AUTHOR_STANDINGS.map((standing) => (
            <option key={standing} value={standing}>
              {text(`standing.${standing}`)}
            </option>
          ))}
        </SelectField>
        {children}
      </div>
    </>
  );
}
