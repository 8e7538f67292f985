import { useIntl } from 'react-intl';
import { languageName } from '../messages/translate-reason.js';
import { useText } from '../messages/use-text.js';

/** What readers of a newspaper write in most, by their own codes. */
const LANGUAGES = [
  ...[
    'en',
    'zh',
    'ja',
    'ko',
    'vi',
    'th',
    'id',
    'es',
    'pt',
    'fr',
    'de',
    'it',
    'nl',
    'pl',
    'ru',
    'uk',
  ],
  ...['tr', 'ar', 'he', 'fa', 'hi'],
];

/** Languages by their names in the moderator's language. */
export function LanguageOptions() {
  const text = useText();
  const intl = useIntl();
  const named = LANGUAGES.map((code) => ({ code, name: languageName(intl, code) ?? code }));
  return (
    <>
      <option value="">{text('filter.any')}</option>
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  );
}
