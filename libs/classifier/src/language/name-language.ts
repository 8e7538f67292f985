import { detectAll } from 'tinyld/light';

/** More of a text costs time and tells no more. */
const LONGEST = 300;
const UNKNOWN = 'und';
/** A language that the detector is less sure of (0 to 1) is hardly ever the right one. */
const UNSURE = 0.05;
/** Addresses, accounts, tags, entities of HTML, and the `RT` of a forwarded tweet, are of no language. */
const NO_WORDS = /(?:https?:\/\/|www\.|[@#&])\S*|\brt\b/giu;

/**
 * The language that a text is most likely in, as a primary tag of BCP 47; `und` if nobody can tell. It knows 24 languages; what
 * is in another one is mostly `und`, and sometimes taken for a neighbor.
 */
export function nameLanguage(original: string): string {
  const [likeliest] = detectAll(original.slice(0, LONGEST).replace(NO_WORDS, ' '));
  if (!likeliest || (likeliest.accuracy < UNSURE && likeliest.lang !== 'en')) return UNKNOWN;
  return likeliest.lang;
}
