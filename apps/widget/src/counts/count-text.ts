type Texts = Readonly<Record<string, string | undefined>>;

/**
 * The text beside a headline: the form that the language asks for, by the element's `data-zero`,
 * `data-one`, `data-two`, `data-few` or `data-many`, with `{n}` for the number; else the number alone.
 */
export function countText(n: number, texts: Texts, language: string): string {
  const locale = language || undefined;
  const number = new Intl.NumberFormat(locale).format(n);
  const plural = new Intl.PluralRules(locale).select(n);
  const form = (n === 0 ? texts['zero'] : undefined) ?? texts[plural] ?? texts['many'] ?? '{n}';
  return form.replace('{n}', number);
}
