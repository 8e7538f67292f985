import { refused } from './perspective-error.js';

/** A language more is another reading of the text. */
const MOST_LANGUAGES = 10;
/** BCP 47, roughly: what cannot be one is no language that a scorer should be asked about. */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,6}$/i;

/**
 * The languages to read a text in, each once whatever its regions.
 * @throws PerspectiveError INVALID_REQUEST
 */
export function languagesToRead(requested: readonly string[]): string[] {
  const broken = requested.find((tag) => !TAG.test(tag));
  if (broken !== undefined) {
    throw refused('INVALID_REQUEST', `Invalid language: ${JSON.stringify(broken.slice(0, 40))}`);
  }
  const languages = [...new Set(requested.map((tag) => (tag.split('-')[0] ?? '').toLowerCase()))];
  if (languages.length > MOST_LANGUAGES) {
    throw refused('INVALID_REQUEST', `At most ${MOST_LANGUAGES} languages can be requested.`);
  }
  return languages;
}
