import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSettingsView } from '#contract';
import { Problem } from '../../api/problem.js';
import { changeSite, fetchSite, type SiteChange } from '../../api/site.js';
import { useText } from '../../messages/use-text.js';
import { useToast } from '../../shell/toast.js';
import { areSame, originsIn, textOf } from './origin-lines.js';

/** What stands in the fields. */
interface Fields {
  name: string;
  /** One a line. */
  origins: string;
}

interface DraftState {
  inForce: SiteSettingsView;
  fields: Fields;
  /** Whether somebody else's change came in between; ours stands in the fields still. */
  isOvertaken: boolean;
}

const fieldsOf = ({ name, origins }: SiteSettingsView): Fields => ({
  ...{ name, origins: textOf(origins) },
});

/** What the fields say that is different from what is in force. */
function changesOf({ inForce, fields }: Pick<DraftState, 'inForce' | 'fields'>): SiteChange {
  const name = fields.name.trim();
  const origins = originsIn(fields.origins);
  return {
    ...(name !== inForce.name && { name }),
    ...(!areSame(origins, inForce.origins) && { origins }),
  };
}

/** A site's name and origins while they are written, and putting them in force. */
export function useSiteDraft(site: string, first: SiteSettingsView) {
  const text = useText();
  const show = useToast();
  const queries = useQueryClient();
  const begin = (inForce: SiteSettingsView): DraftState => ({
    ...{ inForce, fields: fieldsOf(inForce), isOvertaken: false },
  });
  const [state, setState] = useState(() => begin(first));
  const changes = changesOf(state);
  const save = useMutation({
    mutationFn: () => changeSite(site, changes, state.inForce.version),
    onSuccess: (written) => {
      setState(begin(written));
      show({ text: text('site.saved') });
      // The rail and the choice of sites tell its name.
      if (changes.name !== undefined) void queries.invalidateQueries({ queryKey: ['session'] });
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.code !== 'SITE_CHANGED') return;
      const theirs = await fetchSite(site);
      const { name = theirs.name, origins = theirs.origins } = changes;
      const fields = { name, origins: textOf(origins) };
      setState({ inForce: theirs, fields, isOvertaken: true });
    },
  });
  return {
    ...state,
    save,
    isChanged: Object.keys(changes).length > 0,
    change: (change: Partial<Fields>) =>
      setState((now) => ({ ...now, fields: { ...now.fields, ...change } })),
    discard: () => {
      save.reset();
      setState(begin(state.inForce));
    },
  };
}
export type SiteDraft = ReturnType<typeof useSiteDraft>;
