import { useMutation } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { askDialect, type Answer } from '../../api/request.js';
import { Button } from '../../design/button.js';
import { CodeBlock } from '../../design/code-block.js';
import { TextArea, TextField } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { AnswerView } from './answer-view.js';
import { readable, readAnswer, requestOf, type Tried } from './dialects.js';
import styles from './integrations.module.css';

interface Exchange {
  request: ReturnType<typeof requestOf>;
  answer: Answer;
}

/** Asks the real endpoint about a text, and shows what it says. */
export function TryIt({ system, site, url }: { system: Tried; site: string; url: string }) {
  const text = useText();
  const problemText = useProblemText();
  const [question, setQuestion] = useState({ text: '', author: '' });
  const ask = useMutation({
    mutationFn: async (): Promise<Exchange> => {
      const request = requestOf(system, { ...question, url });
      return { request, answer: await askDialect(request.path, { ...request, site }) };
    },
  });
  return (
    <section className={styles['try']} aria-label={text('integrations.try')}>
      <header>
        <h3>{text('integrations.try')}</h3>
        <p className={list.faint}>{text('integrations.try-note')}</p>
      </header>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <TextArea
          label={text('integrations.try-text')}
          required
          maxLength={10_000}
          rows={3}
          dir="auto"
          value={question.text}
          onChange={({ target }) => setQuestion({ ...question, text: target.value })}
        />
        {system === 'akismet' && (
          <TextField
            label={text('integrations.try-author')}
            maxLength={100}
            autoComplete="off"
            dir="auto"
            value={question.author}
            onChange={({ target }) => setQuestion({ ...question, author: target.value })}
          />
        )}
        <div>
          <Button
            look="primary"
            type="submit"
            icon={<Play size={14} />}
            disabled={ask.isPending || question.text.trim() === ''}
          >
            {text(ask.isPending ? 'integrations.try-going' : 'integrations.try-go')}
          </Button>
        </div>
      </form>
      {ask.isError && <Line tone="bad">{problemText(ask.error)}</Line>}
      {ask.data && (
        <div className={styles['answer']}>
          <AnswerView reading={readAnswer(system, ask.data.answer)} />
          <Raw exchange={ask.data} />
        </div>
      )}
    </section>
  );
}

/** What went over the wire, as far as it is this question and its answer. */
function Raw({ exchange: { request, answer } }: { exchange: Exchange }) {
  const text = useText();
  return (
    <details>
      <summary className={styles['more']}>{text('integrations.raw')}</summary>
      <div className={styles['raw']}>
        <CodeBlock wrapped label={text('integrations.raw-request')} code={requestText(request)} />
        <CodeBlock wrapped label={text('integrations.raw-response')} code={answerText(answer)} />
      </div>
    </details>
  );
}

const requestText = ({ path, type, body }: Exchange['request']): string =>
  `POST ${path}\ncontent-type: ${type}\n\n${body}`;

/** Without what every answer of any server has. */
const HEADERS = /^(content-type|retry-after|x-akismet-.*|ratelimit.*)$/;

function answerText({ status, headers, text }: Answer): string {
  const shown = Object.entries(headers).filter(([name]) => HEADERS.test(name));
  const lines = shown.map(([name, value]) => `${name}: ${value}`);
  return `${status}\n${lines.join('\n')}\n\n${readable(text)}`;
}
