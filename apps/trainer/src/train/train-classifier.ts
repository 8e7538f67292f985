import { createHash } from 'node:crypto';
import { type ClassifierWeights, Normalizer, writeClassifierWeights } from '#classifier';
import type { Row } from '../data/corpus.js';
import { disguisedCopies } from '../data/disguised-copies.js';
import { readChinese, readEnglish } from '../data/learned-from.js';
import { ENGLISH_SOURCES, type Source } from '../data/sources.js';
import { mulberry32 } from '../obfuscate/random.js';
import { packSpam } from '../spam/pack-spam.js';
import { readSpamRows } from '../spam/read-spam-rows.js';
import { trainSpam } from '../spam/train-spam.js';
import type { NaturalMix } from '../toxicity/stack-examples.js';
import { trainChinese } from '../toxicity/train-chinese.js';
import { trainEnglish } from '../toxicity/train-english.js';
import { buildLexicon, buildVocabulary, countMarked, countWords } from '../words/count-words.js';
import type { WordVectors } from '../words/word-vectors.js';
import type { OnProgress } from './progress.js';

const MOST_WORDS = 30_000;
const MOST_OFFENSIVE = 1_500;
/** So many of the most common words of the vectors are known to the normalizer, whatever the sets are about. */
const COMMON_WORDS = 30_000;
const PLAIN_WORD = /^[a-z]{3,}$/;

/** Sets with civil comments of the same kind beside the toxic ones: only there a word can be told to be toxic. */
const BALANCED = ['jigsaw-train', 'jigsaw-train-2', 'jigsaw-train-cleaned', 'surge'];

/** What scores are calibrated on: talk pages as they are, and Jigsaw's with its toxic rows brought back to one in ten. */
const MIX: readonly (readonly [name: string, weight: number, toxicShare: number])[] = [
  ['jigsaw-train', 0.5, 0.57],
  ['jigsaw-train-2', 0.5, 0.43],
  ['wikipedia-context', 2, 1],
];

/** Sets whose own idea of hate helps with texts from elsewhere, as the validation rows tell. */
const HEARD = ['social-bias-frames', 'stormfront'];

function mixOf(sources: readonly Source[]): NaturalMix {
  const at = (name: string): number => sources.findIndex((source) => source.name === name);
  const known = MIX.filter(([name]) => at(name) >= 0);
  return {
    weights: new Map(known.map(([name, weight]) => [at(name), weight])),
    toxicShare: new Map(known.map(([name, , share]) => [at(name), share])),
  };
}

/** The words that the normalizer knows, and the offensive ones among them. */
function learnWords(rows: readonly Row[], sources: readonly Source[], vectors: WordVectors) {
  const learned = rows.filter(({ validation }) => !validation);
  const balanced = learned.filter(({ source }) => BALANCED.includes(sources[source]?.name ?? ''));
  const lexicon = buildLexicon(countWords(balanced), countMarked(learned), MOST_OFFENSIVE);
  const offensive = new Set(lexicon);
  const common = vectors.words
    .slice(0, COMMON_WORDS)
    .filter((word) => PLAIN_WORD.test(word) && !offensive.has(word));
  // Toxic texts spell words in ways that must not become known: fcuk, idoit.
  const civil = countWords(learned.filter(({ positive }) => positive === 0));
  return { lexicon, vocabulary: buildVocabulary(civil, MOST_WORDS, common) };
}

/** What training needs and tells. */
export interface TrainOptions {
  /** The folder with toxicity/ and spam/. */
  data: string;
  seed: number;
  vectors: WordVectors;
  onProgress: OnProgress;
  /** Names of sets that are left out, to measure how the rest carries over to them. */
  without?: readonly string[];
}

/** Trains the English model with the words that it needs. */
export function trainEnglishPart({ data, seed, vectors, onProgress, without = [] }: TrainOptions) {
  const isLeftOut = ({ name }: Source): boolean => without.includes(name);
  const sources = ENGLISH_SOURCES.filter((source) => !isLeftOut(source));
  const corpus = readEnglish(data, sources, ENGLISH_SOURCES.filter(isLeftOut));
  onProgress('vocabulary', 0);
  const { lexicon, vocabulary } = learnWords(corpus, sources, vectors);
  const normalizer = new Normalizer({ vocabulary, lexicon });
  const random = mulberry32(seed);
  const rows = [...corpus, ...disguisedCopies(corpus, new Set(lexicon), random)];
  const weights = trainEnglish(rows, {
    ...{ normalizer, vectors, random, mix: mixOf(sources) },
    heard: new Set(sources.flatMap(({ name }, at) => (HEARD.includes(name) ? [at] : []))),
    onProgress: (stage, share) => onProgress(`English: ${stage}`, share),
  });
  return { lexicon, vocabulary, normalizer, weights, corpus };
}

/** The version is made of the weights: the same data and seed give the same. */
function versioned(weights: Omit<ClassifierWeights, 'version'>): Uint8Array {
  const unversioned = writeClassifierWeights({ ...weights, version: '' });
  const version = createHash('sha256').update(unversioned).digest('hex').slice(0, 8);
  return writeClassifierWeights({ ...weights, version });
}

/** Trains all models; the same data, seed and program give the same bytes. */
export function trainClassifier(options: TrainOptions): Uint8Array {
  const { data, seed, onProgress } = options;
  onProgress('reading', 0);
  const english = trainEnglishPart(options);
  onProgress('Chinese', 0);
  const zh = trainChinese(readChinese(data), {
    ...{ normalizer: english.normalizer, random: mulberry32(seed) },
    mix: { weights: new Map([[0, 1]]), toxicShare: new Map([[0, CHINESE_TOXIC_SHARE]]) },
    onProgress: (share) => onProgress('Chinese', share),
  });
  onProgress('spam', 0);
  const spam = packSpam(trainSpam(readSpamRows(data), { seed }));
  const { vocabulary, lexicon } = english;
  const languages = { en: english.weights, zh };
  return versioned({ vocabulary, lexicon, languages, spam });
}

/** Half of the Chinese set is toxic, and its civil texts are about touchy topics: a mix with one in four toxic is calibrated for. */
const CHINESE_TOXIC_SHARE = 0.33;
