import type { QueryText } from './query-text.js';

/** One piece of a search, what it asks for, and the index that finds it. */
export interface TextTerm {
  text: string;
  /**
   * `word`: a word, or from three letters on the beginning of one, by full text; `pairs`: a piece of a
   * script without blanks, by pairs of its letters, for its words are too short for trigrams;
   * `trigrams`: anything else with three letters or digits of ASCII in a row, of which every locale
   * makes trigrams; `none`: no index knows it. All but words are found anywhere in the text.
   */
  index: 'word' | 'pairs' | 'trigrams' | 'none';
}

/** More make no better search. */
const TERMS = 8;
/** Scripts that put no blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** In fewer letters too much begins. */
const PREFIX_LETTERS = 3;

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
  if (UNSPACED.test(text)) return /[^\x01-\x7f]{2}/u.test(text) ? 'pairs' : 'none';
  if (/^[\p{L}\p{N}]+$/u.test(text)) return 'word';
  return /[a-z0-9]{3}/.test(text) ? 'trigrams' : 'none';
}

/** The condition that a text has all terms, as the indexes of `search_text` serve it, and exactly. */
export function textCondition(terms: readonly TextTerm[], query: QueryText): string {
  return terms.map((term) => `(${conditionOf(term, query)})`).join(' AND ');
}

/** What the planner has statistics for of a condition: about as many texts, if not exactly those. */
export function knownCondition(terms: readonly TextTerm[], query: QueryText): string {
  const known = terms.filter(({ index }) => index !== 'none');
  return known
    .map((term) =>
      term.index === 'pairs' ? pairsCondition(term, query) : conditionOf(term, query),
    )
    .join(' AND ');
}

function conditionOf(term: TextTerm, query: QueryText): string {
  const { text, index } = term;
  if (index === 'word') return wordCondition(term, 'item.search_text', query);
  const like = `item.search_text LIKE ${query.param(`%${escapeLike(text)}%`, 'text')}`;
  if (index !== 'pairs') return like;
  // The first line is the index's own condition.
  return `item.search_text ~ '[^\\x01-\\x7f]{2}'
    AND ${pairsCondition(term, query)} AND ${like}`;
}

function pairsCondition({ text }: TextTerm, query: QueryText): string {
  return `wide_pairs(item.search_text) @> wide_pairs(${query.param(text, 'text')})`;
}

/**
 * It has letters and digits alone, which mean nothing to the syntax of a query. What begins with it
 * includes it, and it is named all the same: how common beginnings are, the planner guesses blindly
 * where all texts are made of few words, as in a flood of spam.
 */
function wordCondition({ text }: TextTerm, column: string, query: QueryText): string {
  const word = [...text].length < PREFIX_LETTERS ? text : `${text} | ${text}:*`;
  return `to_tsvector('simple', ${column}) @@ to_tsquery('simple', ${query.param(word, 'text')})`;
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
  const conditions = terms.flatMap((term) => {
    // Looked for as letters first: to take a text apart into words costs a hundred times as much.
    const letters = `strpos(${column}, ${query.param(term.text, 'text')}) > 0`;
    const words = term.index === 'word' ? [wordCondition(term, `${column} || ''`, query)] : [];
    return [letters, ...words];
  });
  return conditions.join(' AND ');
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
