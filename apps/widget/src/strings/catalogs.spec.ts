import { describe, expect, it } from 'vitest';
import { type Catalog, ENGLISH } from './english.js';
import { languageOf } from './language.js';
import { Phrases } from './phrases.js';
import { SIMPLIFIED_CHINESE } from './simplified-chinese.js';
import { TRADITIONAL_CHINESE } from './traditional-chinese.js';

const OTHERS: [string, Catalog][] = [
  ['traditional', TRADITIONAL_CHINESE],
  ['simplified', SIMPLIFIED_CHINESE],
];
const namesIn = (phrase: string): string[] => (phrase.match(/\{\w+\}/g) ?? []).sort();

describe.each(OTHERS)('the catalog in %s Chinese', (_, catalog) => {
  it('has the keys of the English one, in the same order', () => {
    expect(Object.keys(catalog)).toEqual(Object.keys(ENGLISH));
  });

  it('fills in what the English one fills in, and leaves nothing empty', () => {
    for (const [key, phrase] of Object.entries<string | readonly string[]>(catalog)) {
      const english: string | readonly string[] = ENGLISH[key as keyof Catalog];
      const pairs = [phrase].flat().map((form, index) => [form, [english].flat()[index] ?? '']);
      for (const [form = '', model = ''] of pairs) {
        expect(form.trim(), key).not.toBe('');
        expect(namesIn(form), key).toEqual(namesIn(model));
      }
    }
  });

  it('has no punctuation of half width beside its characters', () => {
    const texts = Object.values<string | readonly string[]>(catalog).flat();
    expect(
      texts.filter((text) => /\p{Script=Han}[,:?!()]|[,:?!()]\p{Script=Han}/u.test(text)),
    ).toEqual([]);
  });
});

it('writes the two kinds of Chinese differently', () => {
  const keys = Object.keys(ENGLISH) as (keyof Catalog)[];
  const equal = keys.filter(
    (key) => String(TRADITIONAL_CHINESE[key]) === String(SIMPLIFIED_CHINESE[key]),
  );
  expect(equal.length).toBeLessThan(keys.length / 4);
});

describe('languageOf', () => {
  it.each([
    ['zh-Hant', 'zh-hant', 'zh-Hant'],
    ['zh-TW', 'zh-hant', 'zh-Hant'],
    ['zh-HK', 'zh-hant', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-hant', 'zh-Hant'],
    ['zh', 'zh-hans', 'zh-Hans'],
    ['zh-CN', 'zh-hans', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-hans', 'zh-Hans'],
    ['en-GB', 'en', 'en-GB'],
    ['de-DE', 'en', 'en'],
    ['', 'en', 'en'],
    ['zhx', 'en', 'en'],
  ])('takes %s for %s, with dates as in %s', (tag, language, locale) => {
    expect(languageOf(tag)).toEqual({ language, locale });
  });
});

describe('Phrases', () => {
  const english = new Phrases('en', ENGLISH);

  it.each([
    [0, '0 comments'],
    [1, '1 comment'],
    [2, '2 comments'],
    [1204, '1,204 comments'],
  ])('counts %d as %s', (n, text) => {
    expect(english.count('count', n)).toBe(text);
  });

  it('leaves a name with braces as it is', () => {
    expect(english.text('replyTo', { name: '{name} {n}' })).toBe('Reply to {name} {n}');
  });
});
