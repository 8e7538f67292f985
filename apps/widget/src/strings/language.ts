/** The languages of the widget, by the names of their files. */
export type Language = 'en' | 'zh-hant' | 'zh-hans';

/** The language that comes nearest to a BCP 47 tag, and the locale for dates; English where there is none. */
export function languageOf(tag: string): { language: Language; locale: string } {
  if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return { language: 'zh-hant', locale: 'zh-Hant' };
  if (/^zh\b/i.test(tag)) return { language: 'zh-hans', locale: 'zh-Hans' };
  // Of English, the region decides how dates are written.
  return { language: 'en', locale: /^en(-[a-z]{2})?$/i.test(tag) ? tag : 'en' };
}
