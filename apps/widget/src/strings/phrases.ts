import type { Catalog } from './english.js';

type KeysOf<Kind> = {
  [Key in keyof Catalog]: Catalog[Key] extends Kind ? Key : never;
}[keyof Catalog];
export type TextKey = KeysOf<string>;
export type CountKey = KeysOf<readonly string[]>;

/** What the widget says, in one language. */
export class Phrases {
  private readonly plural: Intl.PluralRules;

  /** @param locale for dates and numbers, and for how many there are of them. */
  constructor(
    readonly locale: string,
    private readonly catalog: Catalog,
  ) {
    this.plural = new Intl.PluralRules(locale);
  }

  text(key: TextKey, values: Record<string, string> = {}): string {
    return filled(this.catalog[key], values);
  }

  /** With the number in the form that the language asks for. */
  count(key: CountKey, n: number): string {
    const [one, many] = this.catalog[key];
    const form = this.plural.select(n) === 'one' ? one : many;
    return filled(form, { n: new Intl.NumberFormat(this.locale).format(n) });
  }
}

/** In one pass, so that a name with braces in it is left as it is. */
function filled(phrase: string, values: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);
}
