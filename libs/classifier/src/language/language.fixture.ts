import { HashedVocabulary } from '../normalize/hashed-vocabulary.js';
import { Normalizer } from '../normalize/normalizer.js';
import { LexiconIndex } from '../normalize/words/lexicon-index.js';

/** As common as words of every day, as words met now and then, and as words of other languages that English texts quote. */
const EVERYDAY = `the be to of and a in that have it for not on with he as you do at this but his by from they we say her
  or an will my one all would there their what so up out if about who get which go me when can like time no just know
  people into year your good some could them see other than then now look only come over think also back two how our
  work first well way even new want because any these give day most us is are was were been has had did such nice lol
  every should great very word read city said story paper school home hello take years knows everyone people works`;
const KNOWN = `idiot stupid suck moron liar fucking such letter committee ok dont real kill`;
const QUOTED = `de la que und der nicht en el los no por die was`;

const list = (text: string): string[] => text.trim().split(/\s+/);

/** A small English vocabulary. */
export const vocabulary = HashedVocabulary.build([
  ...list(EVERYDAY).map((word) => [word, 190] as const),
  ...list(KNOWN).map((word) => [word, 140] as const),
  ...list(QUOTED).map((word) => [word, 125] as const),
]);

const LEXICON = list('fucking idiot stupid moron liar suck bitch motherfucker');

export const normalizer = new Normalizer({ vocabulary, lexicon: LEXICON });

export const offensive = new LexiconIndex(LEXICON, vocabulary);
