import { useRef, useState } from 'react';
import type { Policy } from '#contract';
import type { PolicyPlace } from '../../api/policy.js';
import { Line } from '../../design/notice.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { useText } from '../../messages/use-text.js';
import { FieldProblems } from './field-problems.js';
import { LeaveGuard } from '../../layout/leave-guard.js';
import { changesBetween, isShapedLike } from './policy-document.js';
import { PolicyForm } from './policy-form.js';
import { PolicyJson } from './policy-json.js';
import type { View } from './policy-views.js';
import { SaveBar } from './save-bar.js';
import { TryPolicy } from './trial/try-policy.js';
import type { PolicyDraft, Proposal } from './use-policy-draft.js';
import styles from './policy.module.css';

interface PolicyWritingProps {
  place: PolicyPlace;
  draft: PolicyDraft;
  view: View;
  shipped: Policy;
  onReview: (proposal: Proposal) => void;
}

/** A policy for those who may change it: its values, and what becomes of texts by them. */
export function PolicyWriting({ place, ...props }: PolicyWritingProps) {
  const { document, inForce } = props.draft;
  /** What stands in the JSON while it is none. */
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const changes = changesBetween(inForce.policy, document).length;
  const blocked = unreadable !== null;
  return (
    <>
      <DraftForm
        {...props}
        changes={changes}
        unreadable={unreadable}
        onUnreadable={setUnreadable}
        onTry={() => area.current?.focus()}
      />
      <TryPolicy
        area={area}
        tried={{ place, inForce, document, changes, blocked, mayDraft: true }}
      />
    </>
  );
}

interface DraftFormProps extends Omit<PolicyWritingProps, 'place'> {
  changes: number;
  unreadable: string | null;
  onUnreadable: (written: string | null) => void;
  onTry: () => void;
}

function DraftForm({ draft, changes, unreadable, onUnreadable, ...props }: DraftFormProps) {
  const { document, save } = draft;
  const { view, shipped, onReview, onTry } = props;
  return (
    <form
      className={styles['writing']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (unreadable === null) onReview({ kind: 'write', document });
      }}
    >
      {view === 'form' && (
        <InWords draft={draft} shipped={shipped} isReadable={unreadable === null} />
      )}
      {view === 'json' && (
        <PolicyJson
          key={draft.edition}
          shipped={shipped}
          document={document}
          unreadable={unreadable}
          onChange={draft.change}
          onUnreadable={onUnreadable}
        />
      )}
      <Refusal draft={draft} />
      <LeaveGuard dirty={changes > 0 || unreadable !== null} />
      <SaveBar
        changes={changes}
        disabled={save.isPending || unreadable !== null}
        onTry={onTry}
        onDiscard={() => {
          onUnreadable(null);
          draft.discard();
        }}
      />
    </form>
  );
}

interface InWordsProps {
  draft: PolicyDraft;
  shipped: Policy;
  /** Whether the JSON is any. */
  isReadable: boolean;
}

function InWords({ draft, shipped, isReadable }: InWordsProps) {
  const text = useText();
  const { document, edition, problems, change } = draft;
  if (!isReadable || !isShapedLike(shipped, document)) {
    return <Line>{text('policy.json-first')}</Line>;
  }
  return (
    <PolicyForm
      key={edition}
      policy={document}
      shipped={shipped}
      problems={problems}
      onChange={change}
    />
  );
}

/** Why it was not saved. */
function Refusal({ draft: { problems, overtakenBy, save } }: { draft: PolicyDraft }) {
  const text = useText();
  const problemText = useProblemText();
  return (
    <>
      {overtakenBy !== null && <Line>{text('policy.overtaken', { version: overtakenBy })}</Line>}
      {problems.length > 0 && <FieldProblems title={text('policy.refused')} problems={problems} />}
      {save.isError && problems.length === 0 && overtakenBy === null && (
        <Line tone="bad">{problemText(save.error)}</Line>
      )}
    </>
  );
}
