import { describe, expect, it } from 'vitest';
import { QueryText } from './query-text.js';
import { knownCondition, plainTextCondition, termsOf, textCondition } from './text-terms.js';

describe('the terms of a search', () => {
  it.each([
    ['vaccine', [['vaccine', 'word']]],
    [
      'The Mayor',
      [
        ['the', 'word'],
        ['mayor', 'word'],
      ],
    ],
    [
      '"go home" now',
      [
        ['go home', 'words'],
        ['now', 'word'],
      ],
    ],
    ['uk', [['uk', 'word']]],
    ['spam.example', [['spam.example', 'words']]],
    ['@spam', [['@spam', 'words']]],
    ['spam.', [['spam.', 'trigrams']]],
    ['"слово дело"', [['слово дело', 'words']]],
    ['“spam”', [['“spam”', 'trigrams']]],
    ['f*', [['f*', 'none']]],
    ['天氣', [['天氣', 'pairs']]],
    ['天', [['天', 'none']]],
    ['für', [['für', 'word']]],
    ['привет', [['привет', 'word']]],
    ['안녕', [['안녕', 'pairs']]],
    ['same same', [['same', 'word']]],
    ['  ', []],
  ])('%j', (search, terms) => {
    expect(termsOf(search).map(({ text, index }) => [text, index])).toEqual(terms);
  });

  it.each([
    ['"go home"', 'home:*'],
    ['"go right home"', 'right & home:*'],
    ['" go home "', 'home:*'],
    ['<b>spam</b>', 'b & spam & b'],
    ['spam.example/buy', 'example & buy:*'],
    ['"a 🙂 spam"', 'spam:*'],
    ['"a spam🙂 b"', 'b:*'],
  ])('%j has words that begin in it, and may end behind it', (search, words) => {
    const query = new QueryText();
    textCondition(termsOf(search), query);
    expect(query.values).toContain(words);
  });

  it('are eight at most', () => {
    expect(termsOf('a b c d e f g h i j')).toHaveLength(8);
  });

  it('become values, never text of a statement', () => {
    const query = new QueryText();
    const condition = textCondition(termsOf(`'; 50%_\\ 天氣 uk mayor`), query);
    expect(condition).not.toContain('50');
    expect(query.values).toEqual([
      `%';%`,
      '%50\\%\\_\\\\%',
      '天氣',
      '%天氣%',
      'uk',
      'mayor | mayor:*',
    ]);
    const known = new QueryText();
    expect(knownCondition(termsOf(`' 天氣 mayor`), known)).not.toContain('mayor');
    expect(known.values).toEqual(['天氣', 'mayor | mayor:*']);
    const plain = new QueryText();
    expect(plainTextCondition(termsOf(`' mayor`), 'text', plain)).not.toContain('mayor');
    expect(plain.values).toEqual([`'`, 'mayor', 'mayor | mayor:*']);
  });
});
