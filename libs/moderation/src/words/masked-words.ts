import type { ProfanityMatch } from './profanity-match.js';
import type { Severity } from './profanity-words.js';

/** Words that people mask, the milder before the stronger: a mask that fits both is given the milder reading. */
const MASKABLE: readonly (readonly [word: string, severity: Severity])[] = [
  ['ass', 'mild'],
  ['shit', 'mild'],
  ['shits', 'mild'],
  ['shitty', 'mild'],
  ['shitting', 'mild'],
  ['bullshit', 'mild'],
  ['crap', 'mild'],
  ['damn', 'mild'],
  ['goddamn', 'mild'],
  ['dick', 'mild'],
  ['dicks', 'mild'],
  ['piss', 'mild'],
  ['pissed', 'mild'],
  ['bastard', 'mild'],
  ['bastards', 'mild'],
  ['asshole', 'strong'],
  ['assholes', 'strong'],
  ['arsehole', 'strong'],
  ['bitch', 'strong'],
  ['bitches', 'strong'],
  ['cock', 'strong'],
  ['cunt', 'strong'],
  ['cunts', 'strong'],
  ['dickhead', 'strong'],
  ['fuck', 'strong'],
  ['fucks', 'strong'],
  ['fucked', 'strong'],
  ['fucker', 'strong'],
  ['fuckers', 'strong'],
  ['fuckin', 'strong'],
  ['fucking', 'strong'],
  ['motherfucker', 'strong'],
  ['motherfuckers', 'strong'],
  ['motherfucking', 'strong'],
  ['pussy', 'strong'],
  ['pussies', 'strong'],
  ['retard', 'strong'],
  ['retarded', 'strong'],
  ['retards', 'strong'],
  ['slut', 'strong'],
  ['sluts', 'strong'],
  ['twat', 'strong'],
  ['whore', 'strong'],
  ['whores', 'strong'],
  ['shithead', 'strong'],
  ['shitheads', 'strong'],
  ['fag', 'slur'],
  ['faggot', 'slur'],
  ['faggots', 'slur'],
  ['nigga', 'slur'],
  ['niggas', 'slur'],
  ['nigger', 'slur'],
  ['niggers', 'slur'],
];

/** A letter or more, signs in place of letters, and what is left of the word. Bounded, so that it stays linear. */
const MASKED =
  /(?<![\p{L}\p{N}*#%&@$_])[a-z]{1,8}(?:[*#%&@$]{1,6}[a-z]{0,8}){1,3}(?![\p{L}\p{N}*#%&@$_])/gu;
const IS_MASK = /[*#%&@$]/;

function fits(masked: string, word: string): boolean {
  if (masked.length !== word.length) return false;
  for (let index = 0; index < word.length; index++) {
    const shown = masked.charAt(index);
    if (shown !== word.charAt(index) && !IS_MASK.test(shown)) return false;
  }
  return true;
}

/** Profane words with signs for letters, as in `f*ck` and `n****r`; offsets are those of the text. */
export function findMasked(lower: string): ProfanityMatch[] {
  if (!IS_MASK.test(lower)) return [];
  return Array.from(lower.matchAll(MASKED)).flatMap((match) => {
    const masked = match[0];
    const found = MASKABLE.find(([word]) => fits(masked, word));
    if (!found) return [];
    const [word, severity] = found;
    return [{ word, severity, start: match.index, end: match.index + masked.length }];
  });
}
