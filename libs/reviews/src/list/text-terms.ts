import type { QueryText } from './query-text.js';

/** One piece of a search, what it asks for, and the index that finds it. */
export interface TextTerm {
  text: string;
  /**
   * `word`: a word, or from three letters on the beginning of one, by full text; `pairs`: a piece of a
   * script without blanks, by pairs of its letters, for its words are too short for trigrams;
   * `words`: anything else in which words begin, by those; `trigrams`: what has three letters or
   * digits of ASCII in a row, of which every locale makes trigrams; `none`: no index knows it.
   * All but the first are found anywhere in the text.
   */
  index: 'word' | 'pairs' | 'words' | 'trigrams' | 'none';
}

/** More make no better search. */
const TERMS = 8;
/** Scripts that put no blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /^[\p{L}\p{N}]+$/u;
/** Some of what `plain_words` takes for the end of a word. */
const SEPARATORS = /[\x01-/:-@[-`{-\x7f]+/;
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
  if (WORD.test(text)) return 'word';
  if (wordsWithin(text).length > 0) return 'words';
  return /[a-z0-9]{3}/.test(text) ? 'trigrams' : 'none';
}

/**
 * What a text that has this one somewhere has as words: what it begins with may be the end of a
 * longer word, and what it ends with the beginning of one.
 */
function wordsWithin(text: string): string[] {
  const [, ...runs] = text.split(SEPARATORS);
  const words = runs.map((run, place) => (place === runs.length - 1 ? `${run}:*` : run));
  return words.filter((_, place) => WORD.test(runs[place] ?? ''));
}

/**
 * The condition that a text has all terms, as the indexes of `search_text` serve it, and exactly. Of
 * what has common words alone, trigrams may be rare.
 */
export function textCondition(terms: readonly TextTerm[], query: QueryText): string {
  return terms
    .map((term) => {
      const trigrams = term.index === 'words' ? ` AND ${isLike(term, query)}` : '';
      return `(${termCondition(term, query)}${trigrams})`;
    })
    .join(' AND ');
}

/** What the planner has statistics for of a condition: about as many texts, if not exactly those. */
export function knownCondition(terms: readonly TextTerm[], query: QueryText): string {
  const known = terms.filter(({ index }) => index !== 'none');
  return known.map((term) => knownOf(term, query)).join(' AND ');
}

function knownOf(term: TextTerm, query: QueryText): string {
  if (term.index === 'pairs') return pairsCondition(term, query);
  return term.index === 'words' ? wordsCondition(term, query) : termCondition(term, query);
}

/** The condition that a text has a term, as the one index that knows it serves it. */
export function termCondition(term: TextTerm, query: QueryText): string {
  switch (term.index) {
    case 'word':
      return wordCondition(term, 'item.search_text', query);
    case 'words':
      return `${wordsCondition(term, query)} AND ${hasLetters(term, 'item.search_text', query)}`;
    case 'pairs':
      // The first line is the index's own condition.
      return `item.search_text ~ '[^\\x01-\\x7f]{2}'
        AND ${pairsCondition(term, query)} AND ${isLike(term, query)}`;
    default:
      return isLike(term, query);
  }
}

const isLike = ({ text }: TextTerm, query: QueryText): string =>
  `item.search_text LIKE ${query.param(`%${escapeLike(text)}%`, 'text')}`;

/** The same, which no index serves. */
const hasLetters = ({ text }: TextTerm, column: string, query: QueryText): string =>
  `strpos(${column}, ${query.param(text, 'text')}) > 0`;

const wordsCondition = ({ text }: TextTerm, query: QueryText): string =>
  hasWords(wordsWithin(text).join(' & '), 'item.search_text', query);

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
  return hasWords(word, column, query);
}

const hasWords = (words: string, column: string, query: QueryText): string =>
  `plain_words(${column}) @@ to_tsquery('simple', ${query.param(words, 'text')})`;

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
    const letters = hasLetters(term, column, query);
    const words = term.index === 'word' ? [wordCondition(term, `${column} || ''`, query)] : [];
    return [letters, ...words];
  });
  return conditions.join(' AND ');
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
