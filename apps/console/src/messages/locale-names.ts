import type { Locale } from '#contract';

/** The languages of the console, each in itself. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', 'zh-Hant': '繁體中文' };
