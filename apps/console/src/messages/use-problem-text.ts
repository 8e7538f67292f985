import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Problem, Unreachable } from '../api/problem.js';
import { useText, type MessageId } from './use-text.js';

/** Says what went wrong: from the catalog where it has the code, else as the service says it. */
export function useProblemText(): (error: unknown) => string {
  const text = useText();
  const intl = useIntl();
  return useCallback(
    (error) => {
      if (error instanceof Unreachable) return text('error.unreachable');
      if (!(error instanceof Problem)) return text('error.unknown');
      const id = `problem.${error.code}`;
      const minutes = Math.max(1, Math.ceil((error.retryAfter ?? 0) / 60));
      if (Object.hasOwn(intl.messages, id)) return text(id as MessageId, { minutes });
      return error.message || text('error.unknown');
    },
    [intl, text],
  );
}
