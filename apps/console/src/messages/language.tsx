import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import type { Locale } from '#contract';
import en from './en.json';

type Catalog = Record<string, string>;
const CATALOGS: Record<Locale, () => Promise<Catalog>> = {
  en: () => Promise.resolve(en),
  'zh-Hant': async () => {
    const [messages, reasons] = await Promise.all([
      import('./zh-hant.json'),
      import('./reasons.zh-hant.json'),
    ]);
    return { ...messages.default, ...reasons.default };
  },
};

/** The first of the browser's languages that the console speaks. */
export function browserLocale(languages: readonly string[] = navigator.languages): Locale {
  for (const language of languages) {
    const primary = language.toLowerCase().split('-', 1)[0];
    if (primary === 'en') return 'en';
    if (primary === 'zh') return 'zh-Hant';
  }
  return 'en';
}

/** Speaks the given language to everything inside, as soon as its catalog is here. */
export function Language({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: Catalog }>({
    locale: 'en',
    messages: en,
  });
  const [ready, setReady] = useState(locale === 'en');
  useEffect(() => {
    let wanted = true;
    void CATALOGS[locale]().then((messages) => {
      if (!wanted) return;
      document.documentElement.lang = locale;
      setLoaded({ locale, messages });
      setReady(true);
    });
    return () => {
      wanted = false;
    };
  }, [locale]);
  if (!ready) return null;
  return (
    <IntlProvider locale={loaded.locale} messages={loaded.messages} defaultLocale="en">
      {children}
    </IntlProvider>
  );
}
