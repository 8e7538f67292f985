import { useIntl } from 'react-intl';
import { useText, type MessageId } from './use-text.js';

/** Says what the newsroom's own sign-in came back with. */
export function useSignInError(): (code: string) => string {
  const text = useText();
  const intl = useIntl();
  return (code) => {
    for (const id of [`sign-in.error.${code}`, `problem.${code}`])
      if (Object.hasOwn(intl.messages, id)) return text(id as MessageId, { minutes: 1 });
    return text('sign-in.error.other');
  };
}
