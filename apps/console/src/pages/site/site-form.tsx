import { useState } from 'react';
import type { SiteSettingsView } from '#contract';
import { Problem } from '../../api/problem.js';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Line } from '../../design/notice.js';
import { LeaveGuard } from '../../layout/leave-guard.js';
import { formClass } from '../../layout/page.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { brokenLines, originsIn } from './origin-lines.js';
import { OriginsField } from './origins-field.js';
import { type SiteDraft, useSiteDraft } from './use-site-draft.js';
import styles from './site.module.css';

const NAME_CHARACTERS = 100;

/** The name of a site, and the origins whose pages may use its public keys. */
export function SiteForm({ site, first }: { site: string; first: SiteSettingsView }) {
  const text = useText();
  const draft = useSiteDraft(site, first);
  const { fields, save } = draft;
  const [isChecked, setChecked] = useState(false);
  const isTaken = isProblem(save.error, 'SITE_NAME_TAKEN');
  const isGood = originsIn(fields.origins).length > 0 && brokenLines(fields.origins).length === 0;
  return (
    <form
      className={formClass}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (isGood && fields.name.trim() !== '' && draft.isChanged) save.mutate();
      }}
    >
      <TextField
        label={text('site.name')}
        hint={text('site.name-hint')}
        error={nameError(fields.name, isTaken, text)}
        required
        maxLength={NAME_CHARACTERS}
        autoComplete="off"
        dir="auto"
        value={fields.name}
        onChange={({ target }) => draft.change({ name: target.value })}
      />
      <OriginsField
        value={fields.origins}
        isChecked={isChecked}
        onCheck={() => setChecked(true)}
        onChange={(origins) => draft.change({ origins })}
      />
      <Outcome draft={draft} isTaken={isTaken} />
      <LeaveGuard dirty={draft.isChanged} />
      <div className={styles['actions']}>
        <Button look="primary" type="submit" disabled={!draft.isChanged || save.isPending}>
          {text('save')}
        </Button>
        {draft.isChanged && (
          <Button
            look="ghost"
            onClick={() => {
              setChecked(false);
              draft.discard();
            }}
          >
            {text('site.discard')}
          </Button>
        )}
      </div>
    </form>
  );
}

function nameError(name: string, isTaken: boolean, text: ReturnType<typeof useText>) {
  if (name.trim() === '') return text('site.name-missing');
  return isTaken ? text('problem.SITE_NAME_TAKEN') : null;
}

function Outcome({ draft, isTaken }: { draft: SiteDraft; isTaken: boolean }) {
  const text = useText();
  const problemText = useProblemText();
  const { save, isOvertaken } = draft;
  if (isOvertaken) return <Line>{text('site.overtaken')}</Line>;
  if (!save.isError || isTaken) return null;
  return <Line tone="bad">{problemText(save.error)}</Line>;
}

const isProblem = (error: unknown, code: string): boolean =>
  error instanceof Problem && error.code === code;
