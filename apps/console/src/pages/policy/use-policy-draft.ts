import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldProblem, PolicyInForce } from '#contract';
import { fetchPolicy, type PolicyPlace, withdrawPolicy, writePolicy } from '../../api/policy.js';
import { Problem } from '../../api/problem.js';
import { useText } from '../../messages/use-text.js';
import { useToast } from '../../shell/toast.js';
import { carriedOver } from './policy-document.js';

/** What is about to be put in force: a document, or going back to what holds without one. */
export interface Proposal {
  kind: 'write' | 'withdraw';
  document: unknown;
}

interface DraftState {
  inForce: PolicyInForce;
  document: unknown;
  /** Counts up whenever the document comes from elsewhere than the fields, so that they begin anew. */
  edition: number;
  problems: readonly FieldProblem[];
  /** The version of somebody else that our changes were carried over to. */
  overtakenBy: number | null;
}

/** A policy while it is written, and putting it in force. */
export function usePolicyDraft(place: PolicyPlace, first: PolicyInForce) {
  const text = useText();
  const show = useToast();
  const queries = useQueryClient();
  const [state, setState] = useState<DraftState>({
    ...{ inForce: first, document: first.policy, edition: 0, problems: [], overtakenBy: null },
  });
  const replace = (change: Partial<DraftState>): void =>
    setState((now) => ({
      ...{ ...now, problems: [], overtakenBy: null, ...change },
      edition: now.edition + 1,
    }));
  const save = useMutation({
    mutationFn: ({ kind, document }: Proposal) => {
      const { version } = state.inForce;
      return kind === 'write'
        ? writePolicy(place, document, version)
        : withdrawPolicy(place, version);
    },
    onSuccess: (written, { document }) => {
      const { inForce, document: draft } = state;
      // What was restored or withdrawn is not what stands in the fields: unsaved changes stay there.
      const rest =
        document === draft ? written.policy : carriedOver(inForce.policy, draft, written.policy);
      replace({ inForce: written, document: rest });
      show({ text: text('policy.saved', { version: written.version }) });
      void queries.invalidateQueries({ queryKey: ['policy-versions', place.site] });
    },
    onError: async (error, { kind, document }) => {
      if (!(error instanceof Problem)) return;
      if (error.fields.length > 0) setState((now) => ({ ...now, problems: error.fields }));
      if (error.code !== 'POLICY_CHANGED') return;
      const theirs = await fetchPolicy(place);
      const ours = kind === 'write' ? document : state.document;
      replace({
        inForce: theirs,
        document: carriedOver(state.inForce.policy, ours, theirs.policy),
        overtakenBy: theirs.version,
      });
      void queries.invalidateQueries({ queryKey: ['policy-versions', place.site] });
    },
  });
  return {
    ...state,
    save,
    /** A change in the fields or in the JSON. */
    change: (document: unknown) => setState((now) => ({ ...now, document })),
    discard: () => replace({ document: state.inForce.policy }),
  };
}
export type PolicyDraft = ReturnType<typeof usePolicyDraft>;
