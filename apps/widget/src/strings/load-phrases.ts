import type { Catalog } from './english.js';
import { KEYS } from './keys.js';
import { type Language, languageOf } from './language.js';
import { Phrases } from './phrases.js';

/** A reader needs one language: each is a file of its own beside widget.js. */
const CATALOGS: Record<Language, () => Promise<Catalog>> = {
  en: async () => (await import('./english.js')).ENGLISH,
  'zh-hant': async () => (await import('./traditional-chinese.js')).TRADITIONAL_CHINESE,
  'zh-hans': async () => (await import('./simplified-chinese.js')).SIMPLIFIED_CHINESE,
};
const PAUSE_MS = 3000;

/** The phrases in the language of that part of the page; waits for them as long as it takes. */
export async function loadPhrases(element: Element): Promise<Phrases> {
  const near = element.closest<HTMLElement>('[lang]');
  const { language, locale } = languageOf(near?.lang ?? navigator.language);
  for (;;) {
    try {
      return new Phrases(locale, named(Object.values(await CATALOGS[language]())));
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The catalog again of a file of phrases without their names. */
function named(phrases: readonly Catalog[keyof Catalog][]): Catalog {
  return Object.fromEntries(KEYS.map((key, at) => [key, phrases[at]])) as Catalog;
}
