/** One thing that a text must say to be found. */
export type SearchTerm =
  /** Somewhere in it, even within a word. */
  | { kind: 'anywhere'; text: string }
  /** As whole words, in this order. */
  | { kind: 'words'; text: string };

const QUOTED_OR_PLAIN = /"([^"]*)"|([^\s"]+)/gu;
const ASCII_WORD = /^[a-z0-9]{1,2}$/i;
const HAS_WORD = /[\p{L}\p{N}]/u;
/** Scripts that put no blanks between words: there, whole words cannot be told. */
const WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * What is searched for: every word of the query, wherever it stands; what is in quotation marks, and
 * words of one or two letters, which are in nearly every text, as whole words.
 */
export function searchTerms(query: string): SearchTerm[] {
  const terms = new Map<string, SearchTerm>();
  for (const [, quoted, plain] of query.normalize('NFC').matchAll(QUOTED_OR_PLAIN)) {
    const text = (quoted ?? plain ?? '').trim();
    if (text === '') continue;
    const term: SearchTerm = { kind: kindOf(text, quoted !== undefined), text };
    terms.set(`${term.kind} ${text.toLowerCase()}`, term);
  }
  return [...terms.values()];
}

function kindOf(text: string, isQuoted: boolean): SearchTerm['kind'] {
  if (!isQuoted) return ASCII_WORD.test(text) ? 'words' : 'anywhere';
  return HAS_WORD.test(text) && !WITHOUT_BLANKS.test(text) ? 'words' : 'anywhere';
}

/** The pattern for LIKE of a text that holds this one as it is. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** By which index the texts that hold a term are found; `null`: by none, it is too short. */
export function indexFor({ kind, text }: SearchTerm): 'words' | 'pairs' | 'trigrams' | null {
  if (kind === 'words') return 'words';
  if (/[^\x01-\x7f]{2}/u.test(text)) return 'pairs';
  return /[a-z0-9]{3}/i.test(text) ? 'trigrams' : null;
}
