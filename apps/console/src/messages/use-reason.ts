import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { translateReason, type Reason } from './translate-reason.js';

/** Gives the sentence of a reason in the moderator's language; in English where there is no other. */
export function useReason(): (reason: Reason) => string {
  const intl = useIntl();
  return useCallback((reason) => translateReason(intl, reason), [intl]);
}
