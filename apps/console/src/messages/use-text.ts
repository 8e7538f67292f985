import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type en from './en.json';

/** The id of a message in the catalogs. */
export type MessageId = keyof typeof en;
export type MessageValues = Record<string, string | number | boolean | Date | null | undefined>;
export type Text = (id: MessageId, values?: MessageValues) => string;

/** Gives messages in the moderator's language, by their id. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
