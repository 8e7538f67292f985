import { describe, expect, it } from 'vitest';
import { QueryText } from './query-text.js';
import { isIndexed, termsOf, textCondition } from './text-terms.js';

describe('the terms of a search', () => {
  it.each([
    ['vaccine', [['vaccine', 'trigrams']]],
    [
      'The Mayor',
      [
        ['the', 'trigrams'],
        ['mayor', 'trigrams'],
      ],
    ],
    [
      '"go home" now',
      [
        ['go home', 'trigrams'],
        ['now', 'trigrams'],
      ],
    ],
    ['uk', [['uk', 'word']]],
    ['天氣', [['天氣', 'pairs']]],
    ['天', [['天', 'none']]],
    ['für', [['für', 'none']]],
    ['привет', [['привет', 'pairs']]],
    ['same same', [['same', 'trigrams']]],
    ['  ', []],
  ])('%j', (search, terms) => {
    expect(termsOf(search).map(({ text, index }) => [text, index])).toEqual(terms);
  });

  it('are eight at most', () => {
    expect(termsOf('a b c d e f g h i j')).toHaveLength(8);
  });

  it('need an index for one of them', () => {
    expect(isIndexed(termsOf('天 für'))).toBe(false);
    expect(isIndexed(termsOf('天 mayor'))).toBe(true);
  });

  it('become values, never text of a statement', () => {
    const query = new QueryText();
    const condition = textCondition(termsOf(`'; 50%_\\ 天氣 uk`), query);
    expect(condition).not.toContain('50');
    expect(query.values).toEqual([`%';%`, '%50\\%\\_\\\\%', '%天氣%', '天氣', 'uk']);
  });
});
