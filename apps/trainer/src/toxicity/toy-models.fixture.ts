import { HashedVocabulary, Normalizer } from '#classifier';

const WORDS = `you are an idiot moron nasty people what nice day it is good bad not very the dog cat house tree car read
  this article and again here there of course`;
export const FILLERS = ['the', 'dog', 'cat', 'house', 'tree', 'car', 'here', 'day'];

/** A normalizer that knows the words of the toy texts. */
export function toyNormalizer(): Normalizer {
  const vocabulary = HashedVocabulary.build(WORDS.split(/\s+/).map((word) => [word, 190] as const));
  return new Normalizer({ vocabulary, lexicon: ['idiot', 'moron'] });
}
