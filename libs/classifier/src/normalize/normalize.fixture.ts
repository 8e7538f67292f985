import { HashedVocabulary } from './hashed-vocabulary.js';
import { Normalizer } from './normalizer.js';

/** As common as words of every day, and as words that a reader meets now and then. */
const EVERYDAY = `the be to of and a in that have it for not on with he as you do at this but his by from they we say her she
  or an will my one all would there their what so up out if about who get which go me when make can like time no just him
  know take people into year your good some could them see other than then now look only come over think also back after
  use two how our work first well way even new want because any these give day most us is are was were been has had did
  id pen push finish wash ass hole bit damn hell too off see cool god lol talk stuff real here every should great very
  word read text car house city long story said about know water paper question country world hello people`;
const KNOWN = `idiot idiots stupid fool fuck fucking fucked shit bitch asshole dick loser moron bastard crap penis boot book
  coffee committee success address tomorrow embarrass vacuum skiing mama papa aaron llama class assess assassin grass
  bass cocktail peacock dickens sussex scunthorpe therapist grape analyst title constitution document niger shell scrap
  carp lair cnut covid mp3 www hmm iii ii scale resume cafe café naïve scope name tart start star home made table
  information because history problem thanks believe picture sentence letters random spelled normal boring elephant
  nice warm sunny morning garden music letter number simple whole quick brown jumps lazy another friend comment article
  news paper editor reader writer river mountain bridge window kitchen summer winter`;

const list = (text: string): string[] => text.trim().split(/\s+/);

/** A small vocabulary: what matters to a rule is in it. */
const vocabulary = HashedVocabulary.build([
  ...list(EVERYDAY).map((word) => [word, 190] as const),
  ...list(KNOWN).map((word) => [word, 120] as const),
]);

/** Offensive words, the most common first. */
const lexicon =
  list(`fuck shit fucking ass bitch stupid idiot idiots asshole assholes dick fucked fucker bullshit
  motherfucker damn crap cock cunt bastard bastards moron morons loser losers dumb dumbass retard scum suck slut whore
  pussy penis anus tits fool clown liar creep fag twat cum`);

export const knownWords = list(`${EVERYDAY} ${KNOWN}`).filter((word) => /^[a-z]+$/.test(word));

const normalizer = new Normalizer({ vocabulary, lexicon });

export const newNormalizer = (): Normalizer => new Normalizer({ vocabulary, lexicon });

/** The normalized text as a string. */
export function normalized(text: string, by: Normalizer = normalizer): string {
  const { units, length } = by.normalize(text);
  return String.fromCharCode(...units.subarray(0, length));
}
