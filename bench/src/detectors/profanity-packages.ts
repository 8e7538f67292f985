import { Profanity } from '@2toad/profanity';
import { AllProfanity } from 'allprofanity';
import BadWordsNext, { type Data } from 'bad-words-next';
import english from 'bad-words-next/lib/en';
import { Filter } from 'glin-profanity';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import type { Detector } from './detector.js';

/** What a Node project would pick from npm, each for English as its own documentation sets it up, without caches. */
export function profanityPackages(): Detector[] {
  const obscenity = new RegExpMatcher({
    ...englishDataset.build(),
    ...englishRecommendedTransformers,
  });
  const glin = new Filter({ languages: ['english'], detectLeetspeak: true, cacheResults: false });
  const toad = new Profanity({ languages: ['en'] });
  const badWords = new BadWordsNext({ data: english as Data });
  const all = new AllProfanity({
    languages: ['english'],
    performance: { enableCaching: false },
    silent: true,
  });
  return [
    { name: 'obscenity', flags: (text) => obscenity.hasMatch(text) },
    { name: 'glin-profanity', flags: (text) => glin.isProfane(text) },
    { name: '@2toad/profanity', flags: (text) => toad.exists(text) },
    { name: 'bad-words-next', flags: (text) => badWords.check(text) },
    { name: 'allprofanity', flags: (text) => all.check(text) },
  ];
}
