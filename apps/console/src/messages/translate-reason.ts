import type { IntlShape } from 'react-intl';

/** Why something happened: a code, what its sentence needs, and the sentence in English. */
export interface Reason {
  reason: string;
  details?: Record<string, string | number>;
  explanation: string;
}

/** The details with what a sentence cannot make of them by itself. */
function valuesOf(intl: IntlShape, details: Record<string, string | number>) {
  const values: Record<string, string | number> = { ...details };
  for (const name of ['score', 'holdsFrom', 'rejectsFrom']) {
    const value = values[name];
    if (value === undefined) values[name] = '';
    else values[name] = (Math.floor(Number(value) * 100 + 1e-9) / 100).toFixed(2);
  }
  const limits = [details['rejectsFrom'] && 'rejects', details['holdsFrom'] && 'holds'];
  values['from'] = limits.find(Boolean) ?? 'none';
  for (const name of ['until', 'language']) values[name] ??= '';
  if (values['until'] !== '')
    values['until'] = intl.formatDate(String(values['until']), { dateStyle: 'medium' });
  if (values['language'] !== '')
    values['language'] = languageName(intl, String(values['language'])) ?? '';
  return values;
}

/** `葡萄牙文` for `pt`; `undefined` for what is no language. */
export function languageName(intl: IntlShape, language: string): string | undefined {
  try {
    return intl.formatDisplayName(language, { type: 'language' });
  } catch {
    return undefined;
  }
}

/** The names that a message is filled with. */
const placeholders = (message: string): string[] =>
  [...message.matchAll(/\{(\w+)[},]/g)].map(([, name = '']) => name);

/** The sentence of the catalog; the service's own one in English, or where the catalog has none or lacks a detail. */
export function translateReason(
  intl: IntlShape,
  { reason, details = {}, explanation }: Reason,
): string {
  const id = `reason.${reason}`;
  const message = intl.locale === 'en' ? undefined : intl.messages[id];
  if (typeof message !== 'string') return explanation;
  const values = valuesOf(intl, details);
  if (!placeholders(message).every((name) => name in values)) return explanation;
  return intl.formatMessage({ id }, values);
}
