import {
  collapseDuplicatesTransformer,
  DataSet,
  englishDataset,
  parseRawPattern,
  RegExpMatcher,
} from 'obscenity';
import type { FoldedText } from './fold-text.js';
import type { FoldedWord } from './folded-word.js';
import { isCutThere } from './in-pieces.js';
import { asInsult } from './insult-phrases.js';
import { findMasked } from './masked-words.js';
import { mayMatch } from './pattern-gate.js';
import type { ProfanityMatch } from './profanity-match.js';
import { DROPPED, INNOCENT, KEPT, REPLACED, SEVERITY, type Severity } from './profanity-words.js';

interface Phrase {
  originalWord: string;
}

/** A pattern without its boundaries, as the name of the word. */
const nameOf = (pattern: string): string => pattern.replaceAll('|', '');

/** Our words, each with its patterns. */
const ours = REPLACED.flatMap(({ word, severity, patterns }) =>
  word === null
    ? patterns.map((pattern) => ({ word: nameOf(pattern), severity, patterns: [pattern] }))
    : [{ word, severity, patterns }],
);
const severities = new Map<string, Severity>([
  ...Object.entries(KEPT),
  ...ours.map(({ word, severity }) => [word, severity] as const),
]);

const dataset = new DataSet<Phrase>().addAll(englishDataset).removePhrasesIf(({ metadata }) => {
  const word = metadata?.originalWord ?? '';
  return Object.hasOwn(DROPPED, word) || REPLACED.some((replaced) => replaced.word === word);
});
for (const { word, patterns } of ours) {
  dataset.addPhrase((phrase) => {
    phrase.setMetadata({ originalWord: word });
    for (const pattern of patterns) phrase.addPattern(parseRawPattern(pattern));
    return phrase;
  });
}
dataset.addPhrase((phrase) => {
  for (const term of INNOCENT) phrase.addWhitelistedTerm(term);
  return phrase;
});

/** As in obscenity's preset: one of a letter, two of those that profane words double. */
const DOUBLED = ['b', 'e', 'o', 'l', 's', 'g'];
const built = dataset.build();
const mayBeProfane = mayMatch(built.blacklistedTerms, new Set(DOUBLED));

/** Built once: compiling it costs milliseconds. Look-alikes and leetspeak are resolved by `foldText`, which knows the context. */
const matcher = new RegExpMatcher({
  ...built,
  blacklistMatcherTransformers: [
    collapseDuplicatesTransformer({
      defaultThreshold: 1,
      customThresholds: new Map(DOUBLED.map((letter) => [letter, 2])),
    }),
  ],
});

const severityOf = (word: string): Severity => severities.get(word) ?? 'mild';

/** Longer texts are searched piece by piece, for the matcher is slow and a profane word is seldom far from the next. */
const PIECE = 80;
/** A piece is read with so much before and after it: the longest phrase that makes a word innocent fits in. */
const MARGIN = 32;

function* search(text: string): Generator<ProfanityMatch> {
  if (!mayBeProfane(text)) return;
  for (let piece = 0; piece < text.length; piece += PIECE) {
    const offset = Math.max(0, piece - MARGIN);
    const window = text.slice(offset, piece + PIECE + MARGIN);
    if (!mayBeProfane(window)) continue;
    for (const match of searchWindow(window)) {
      const start = match.start + offset;
      if (start >= piece && start < piece + PIECE)
        yield { ...match, start, end: match.end + offset };
    }
  }
}

function searchWindow(text: string): ProfanityMatch[] {
  return matcher.getAllMatches(text, true).map((match) => {
    const { phraseMetadata } = dataset.getPayloadWithPhraseMetadata(match);
    const word = phraseMetadata?.originalWord ?? '';
    return { word, severity: severityOf(word), start: match.startIndex, end: match.endIndex + 1 };
  });
}

/** The whole words that a match touches: a moderator reads words, not their middles. */
function widen(match: ProfanityMatch, words: readonly FoldedWord[]): ProfanityMatch {
  const touched = words.filter(
    (word) => !word.spelledOut && word.start < match.end && match.start < word.end,
  );
  const start = Math.min(match.start, ...touched.map((word) => word.start));
  const end = Math.max(match.end, ...touched.map((word) => word.end));
  return { ...match, start, end };
}

function searchSpelledOut(text: FoldedText): ProfanityMatch[] {
  return text.words
    .filter((word) => word.spelledOut)
    .flatMap(({ folded, start, end }) =>
      [...search(folded)]
        // Three letters that stand apart are an abbreviation more often than an oath: A.S.S., T.I.T.
        .filter(({ severity, word }) => severity !== 'mild' || word.length > 3)
        .map((match) => ({ ...match, start, end })),
    );
}

function searchInPieces(text: FoldedText): ProfanityMatch[] {
  return text.inPieces.flatMap((word) =>
    [...search(word.folded)]
      .filter((match) => isCutThere(word, match))
      .map((match) => ({ ...match, start: word.start, end: word.end })),
  );
}

/** Of several words found in one place, as `shit` in `bullshit`, the strongest and longest says it all. */
function strongest(matches: ProfanityMatch[]): ProfanityMatch[] {
  const ranked = matches.toSorted(
    (a, b) =>
      profanityScore(b) - profanityScore(a) ||
      b.end - b.start - (a.end - a.start) ||
      b.word.length - a.word.length,
  );
  return ranked.filter(
    (match, index) =>
      !ranked.slice(0, index).some((other) => other.start < match.end && match.start < other.end),
  );
}

/** The profane English words of a text, also spelled out, drawn out, masked or in look-alike letters. */
export function findProfanity(text: FoldedText): ProfanityMatch[] {
  const direct = Array.from(search(text.folded), (match) => widen(match, text.words));
  const hidden = [...searchSpelledOut(text), ...searchInPieces(text), ...findMasked(text.lower)];
  return strongest([...direct, ...hidden].map((match) => asInsult(match, text.folded)));
}

/** The score of a match, 0 to 1. */
export function profanityScore({ severity }: ProfanityMatch): number {
  return SEVERITY[severity];
}
