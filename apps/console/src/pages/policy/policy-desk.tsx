import { useState } from 'react';
import type { Policy, PolicyInForce } from '#contract';
import type { PolicyPlace } from '../../api/policy.js';
import { CodeBlock } from '../../design/code-block.js';
import { Line } from '../../design/notice.js';
import { Tabs } from '../../design/tabs.js';
import { useText } from '../../messages/use-text.js';
import { useProblemText } from '../../messages/use-problem-text.js';
import { ChangesDialog } from './changes-dialog.js';
import { FieldProblems } from './field-problems.js';
import { InForceLine } from './in-force-line.js';
import { LeaveGuard } from './leave-guard.js';
import { changesBetween, isShapedLike } from './policy-document.js';
import { PolicyForm } from './policy-form.js';
import { PolicyJson } from './policy-json.js';
import { PolicyVersions } from './policy-versions.js';
import { PolicyReading } from './policy-reading.js';
import { SaveBar } from './save-bar.js';
import { type PolicyDraft, type Proposal, usePolicyDraft } from './use-policy-draft.js';
import styles from './policy.module.css';

const VIEWS = ['form', 'json'] as const;
type View = (typeof VIEWS)[number];

interface PolicyDeskProps {
  place: PolicyPlace;
  /** What was in force when the page came. */
  first: PolicyInForce;
  shipped: Policy;
  mayWrite: boolean;
}

/** One policy: what is in force, changing it, and the versions before. */
export function PolicyDesk({ place, first, shipped, mayWrite }: PolicyDeskProps) {
  const text = useText();
  const draft = usePolicyDraft(place, first);
  const [view, setView] = useState<View>('form');
  const [proposal, setProposal] = useState<Proposal | null>(null);
  return (
    <>
      <InForceLine inForce={draft.inForce} mayWrite={mayWrite} />
      <Tabs
        label={text('policy.view')}
        value={view}
        tabs={VIEWS.map((value) => ({ value, label: text(`policy.view-${value}`) }))}
        onChange={setView}
      />
      {mayWrite ? (
        <Writing draft={draft} view={view} shipped={shipped} onReview={setProposal} />
      ) : (
        <Reading policy={draft.inForce.policy} view={view} />
      )}
      <PolicyVersions
        place={place}
        inForce={draft.inForce}
        {...(mayWrite && { onPropose: setProposal })}
      />
      {proposal !== null && (
        <ChangesDialog
          changes={changesBetween(draft.inForce.policy, proposal.document)}
          kind={proposal.kind}
          onYes={() => draft.save.mutate(proposal)}
          onClose={() => setProposal(null)}
        />
      )}
    </>
  );
}

function Reading({ policy, view }: { policy: Policy; view: View }) {
  const text = useText();
  if (view === 'form') return <PolicyReading policy={policy} />;
  return <CodeBlock label={text('policy.view-json')} code={JSON.stringify(policy, null, 2)} />;
}

interface WritingProps {
  draft: PolicyDraft;
  view: View;
  shipped: Policy;
  onReview: (proposal: Proposal) => void;
}

function Writing({ draft, view, shipped, onReview }: WritingProps) {
  const text = useText();
  const problemText = useProblemText();
  const { document, inForce, problems, save } = draft;
  /** What stands in the JSON while it is none. */
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const changes = changesBetween(inForce.policy, document).length;
  const isForm = unreadable === null && isShapedLike(shipped, document);
  return (
    <form
      className={styles['writing']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (unreadable === null) onReview({ kind: 'write', document });
      }}
    >
      {view === 'form' && !isForm && <Line>{text('policy.json-first')}</Line>}
      {view === 'form' && isForm && (
        <PolicyForm
          key={draft.edition}
          policy={document}
          shipped={shipped}
          problems={problems}
          onChange={draft.change}
        />
      )}
      {view === 'json' && (
        <PolicyJson
          key={draft.edition}
          shipped={shipped}
          document={document}
          unreadable={unreadable}
          onChange={draft.change}
          onUnreadable={setUnreadable}
        />
      )}
      {draft.overtakenBy !== null && (
        <Line>{text('policy.overtaken', { version: draft.overtakenBy })}</Line>
      )}
      {problems.length > 0 && <FieldProblems problems={problems} />}
      {save.isError && problems.length === 0 && draft.overtakenBy === null && (
        <Line tone="bad">{problemText(save.error)}</Line>
      )}
      <LeaveGuard dirty={changes > 0 || unreadable !== null} />
      <SaveBar
        changes={changes}
        disabled={save.isPending || unreadable !== null}
        onDiscard={() => {
          setUnreadable(null);
          draft.discard();
        }}
      />
    </form>
  );
}
