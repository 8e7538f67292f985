import type { QueryText } from './query-text.js';

/** What one piece of a search asks for, and how an index finds it. */
export interface TextTerm {
  text: string;
  /**
   * `trigrams`: three letters or digits of ASCII in a row, which every locale makes trigrams of;
   * `pairs`: two letters in a row beyond ASCII, as in Chinese; `word`: too short for trigrams, looked
   * up as a whole word; `none`: no index knows it.
   */
  index: 'trigrams' | 'pairs' | 'word' | 'none';
}

/** More make no better search. */
const TERMS = 8;

/** The pieces of a search: words, and in quotation marks what belongs together. */
export function termsOf(search: string): TextTerm[] {
  const pieces = [...search.toLowerCase().matchAll(/"([^"]+)"|(\S+)/gu)];
  const texts = pieces.map(([, quoted, word]) => (quoted ?? word ?? '').trim());
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .slice(0, TERMS)
    .map((text) => ({ text, index: indexFor(text) }));
}

function indexFor(text: string): TextTerm['index'] {
  if (/[a-z0-9]{3}/.test(text)) return 'trigrams';
  if (/[^\x00-\x7f]{2}/u.test(text)) return 'pairs';
  return /^[a-z0-9]{1,2}$/.test(text) ? 'word' : 'none';
}

/** Whether an index finds the search, or only looking at each text. */
export function isIndexed(terms: readonly TextTerm[]): boolean {
  return terms.some(({ index }) => index !== 'none');
}

/** The condition that a text has all terms, as an index of `search_text` serves it, and exactly. */
export function textCondition(terms: readonly TextTerm[], query: QueryText): string {
  return terms.map((term) => `(${conditionOf(term, query)})`).join(' AND ');
}

function conditionOf({ text, index }: TextTerm, query: QueryText): string {
  if (index === 'word') {
    const word = query.param(text, 'text');
    // Looked for as letters first: to take a text apart costs a hundred times as much.
    return `item.search_text ~ ('\\m' || ${word} || '\\M')
      AND to_tsvector('simple', item.search_text) @@ plainto_tsquery('simple', ${word})`;
  }
  const like = `item.search_text LIKE ${query.param(`%${escapeLike(text)}%`, 'text')}`;
  if (index !== 'pairs') return like;
  // The first line is the index's own condition.
  return `item.search_text ~ '[^\\x01-\\x7f]{2}'
    AND wide_pairs(item.search_text) @> wide_pairs(${query.param(text, 'text')}) AND ${like}`;
}

/**
 * The same condition, for going along a queue: no index serves it. The planner cannot tell how rare a
 * word is, and would look a common one up by its index, only to throw most of what it finds away.
 */
export function plainTextCondition(
  terms: readonly TextTerm[],
  column: string,
  query: QueryText,
): string {
  const conditions = terms.map(({ text, index }) => {
    const term = query.param(text, 'text');
    if (index !== 'word') return `strpos(${column}, ${term}) > 0`;
    // Looked for as letters first: to take a text apart costs a hundred times as much.
    return `(${column} || '') ~ ('\\m' || ${term} || '\\M')
      AND to_tsvector('simple', ${column} || '') @@ plainto_tsquery('simple', ${term})`;
  });
  return conditions.join(' AND ');
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
