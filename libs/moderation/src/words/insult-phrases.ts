import type { ProfanityMatch } from './profanity-match.js';

/** What makes a mild word an insult: `shit happens` is a sigh, `you piece of shit` is not. A bag or a pile may be just that. */
const BEFORE = /(?<!\p{L})(?:p(?:ie|ei)ces?|sacks?) of (?:[\p{L}-]{1,15} ){0,2}$/u;
/** `piece of`, two words of fifteen letters, and the spaces. */
const LONGEST = 44;
/** Whole, drawn out, apart or masked; `a piece of shitty work` is about the work. */
const WORD = /^s+[h*#%&@$]+[i*#%&@$]+[t*#%&@$]+$/;
const SEPARATORS = /[^a-z*#%&@$]+/g;

/** The match, made a strong one with the whole phrase for a name, where an insult leads up to it. */
export function asInsult(match: ProfanityMatch, folded: string): ProfanityMatch {
  if (match.word !== 'shit') return match;
  const before = BEFORE.exec(folded.slice(Math.max(0, match.start - LONGEST), match.start));
  const written = folded.slice(match.start, match.end).replace(SEPARATORS, '');
  if (!before || !WORD.test(written)) return match;
  const start = match.start - before[0].length;
  return { ...match, word: 'piece of shit', severity: 'strong', start };
}
