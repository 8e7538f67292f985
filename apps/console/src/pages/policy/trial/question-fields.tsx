import type { ReactNode, Ref } from 'react';
import { AUTHOR_STANDINGS, type AuthorStanding } from '#contract';
import { SelectField, TextArea } from '../../../design/field.js';
import { useText } from '../../../messages/use-text.js';
import styles from './trial.module.css';

/** A text, and as whose it is tried. */
export interface Question {
  body: string;
  author: AuthorStanding;
}

interface QuestionFieldsProps {
  area?: Ref<HTMLTextAreaElement> | undefined;
  question: Question;
  error: string | undefined;
  onChange: (question: Question) => void;
  /** The button. */
  children: ReactNode;
}

/** The text and who writes it; what stands beside that sends it. */
export function QuestionFields({ question, error, onChange, area, children }: QuestionFieldsProps) {
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
