import { useState } from 'react';
import type { Policy, PolicyInForce } from '#contract';
import type { PolicyPlace } from '../../api/policy.js';
import { CodeBlock } from '../../design/code-block.js';
import { Tabs } from '../../design/tabs.js';
import { useText } from '../../messages/use-text.js';
import { ChangesDialog } from './changes-dialog.js';
import { InForceLine } from './in-force-line.js';
import { changesBetween } from './policy-document.js';
import { PolicyVersions } from './policy-versions.js';
import { PolicyReading } from './policy-reading.js';
import { PolicyWriting } from './policy-writing.js';
import { TryPolicy } from './trial/try-policy.js';
import { VIEWS, type View } from './policy-views.js';
import { type Proposal, usePolicyDraft } from './use-policy-draft.js';

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
        <PolicyWriting
          place={place}
          draft={draft}
          view={view}
          shipped={shipped}
          onReview={setProposal}
        />
      ) : (
        <Reading place={place} inForce={draft.inForce} view={view} />
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

interface ReadingProps {
  place: PolicyPlace;
  inForce: PolicyInForce;
  view: View;
}

function Reading({ place, inForce, view }: ReadingProps) {
  const text = useText();
  const { policy } = inForce;
  const code = JSON.stringify(policy, null, 2);
  const tried = { place, inForce, document: policy, changes: 0, blocked: false, mayDraft: false };
  return (
    <>
      {view === 'form' ? (
        <PolicyReading policy={policy} />
      ) : (
        <CodeBlock label={text('policy.view-json')} code={code} />
      )}
      <TryPolicy tried={tried} />
    </>
  );
}
