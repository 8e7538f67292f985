import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { ReviewConflict } from '#contract';
import { useText } from './use-text.js';

/** Says by whom and how something was decided meanwhile: the service's sentence in English, ours in other languages. */
export function useConflictText(): (conflict: ReviewConflict) => string {
  const text = useText();
  const intl = useIntl();
  return useCallback(
    ({ code, detail, by, action, at }) => {
      if (intl.locale === 'en') return detail;
      const name = by?.name ?? text('conflict.somebody');
      const time = at === null ? '' : intl.formatTime(at);
      if (code === 'DECIDED' && action !== null)
        return text(action === 'approve' ? 'conflict.approved' : 'conflict.rejected', {
          name,
          time,
        });
      return text(`conflict.${code}`, { name });
    },
    [intl, text],
  );
}
