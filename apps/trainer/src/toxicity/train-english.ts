import {
  type ConvolutionTables,
  LanguageModel,
  type LanguageWeights,
  type LinearTable,
  type Normalizer,
  UNKNOWN,
} from '#classifier';
import type { Row } from '../data/corpus.js';
import type { Random } from '../obfuscate/random.js';
import type { WordVectors } from '../words/word-vectors.js';
import { CONVOLUTION_SETTINGS } from './convolution/convolution-settings.js';
import { trainConvolution } from './convolution/train-convolution.js';
import { commentMix, hateMix, trustedByKinds } from './english-mixes.js';
import { featureScales } from './feature-scales.js';
import { readRows, TokenCounter, type TokenRows, toTokenRows } from './read-rows.js';
import { type NaturalMix, stackExamples } from './stack-examples.js';
import { trainExplanations } from './train-explanations.js';
import { type LinearSettings, trainLinear } from './train-linear.js';
import { addKinds, calibrateToxicity, noStack } from './train-stack.js';

/** Buckets of the linear table. */
const BUCKETS = 2 ** 20;
const LONGEST_GRAM = 2;
const LINEAR_SETTINGS: LinearSettings = { epochs: 8, learningRate: 0.2, l2: 3e-3, smoothing: 0 };
/** Rows of the convolution's tables: each costs 192 bytes. */
const MOST_TOKENS = 22_000;

function vectorsOf({ spellings }: TokenRows, vectors: WordVectors): Float32Array {
  const { dimensions } = vectors;
  const numbers = new Float32Array((spellings.length + UNKNOWN + 1) * dimensions);
  spellings.forEach((spelling, index) => {
    const vector = vectors.get(spelling) ?? vectors.get(spelling.replace(/'s$/, ''));
    if (vector) numbers.set(vector, (index + UNKNOWN + 1) * dimensions);
  });
  return numbers;
}

/** What the English model is trained with. */
export interface EnglishOptions {
  normalizer: Normalizer;
  vectors: WordVectors;
  /** What scores are calibrated on. */
  mix: NaturalMix;
  /** The sets, by their positions, whose own idea of hate counts: of the others it adds nothing. */
  heard: ReadonlySet<number>;
  random: Random;
  onProgress: (
    stage: 'reading' | 'n-grams' | 'convolution' | 'combining' | 'explanations',
    share: number,
  ) => void;
}

/** Trains everything of the English model. */
export function trainEnglish(rows: readonly Row[], options: EnglishOptions): LanguageWeights {
  const { normalizer, vectors, random, onProgress } = options;
  onProgress('reading', 0);
  const counter = new TokenCounter();
  const { features, tokens } = readRows(
    ...([rows, normalizer, { size: BUCKETS, longestGram: LONGEST_GRAM }, counter.add] as const),
  );
  const scales = featureScales(rows, features, BUCKETS, 1);
  const linear = trainLinear(rows, features, scales, {
    ...{ settings: LINEAR_SETTINGS, random },
    onProgress: (share) => onProgress('n-grams', share),
  });
  const tokenRows = counter.choose(MOST_TOKENS, (word) => vectors.get(word) !== undefined);
  const numbers = vectorsOf(tokenRows, vectors);
  const convolution = trainConvolution(
    rows,
    toTokenRows(tokens, tokenRows),
    { numbers, dimensions: vectors.dimensions },
    {
      ...{ settings: CONVOLUTION_SETTINGS, random },
      onProgress: (share) => onProgress('convolution', share),
    },
  );
  return finish(
    rows,
    { linear, convolution: { ...convolution, words: tokenRows.hashes } },
    options,
  );
}

/** What follows needs the models as they will be used, in eight bits. */
function finish(
  rows: readonly Row[],
  models: { linear: LinearTable; convolution: ConvolutionTables },
  { normalizer, random, mix, heard, onProgress }: EnglishOptions,
): LanguageWeights {
  onProgress('combining', 0);
  const inputs = models.linear.intercepts.length + models.convolution.intercepts.length;
  const weights: LanguageWeights = {
    ...models,
    longestGram: LONGEST_GRAM,
    stack: noStack(inputs),
    rationale: null,
  };
  const examples = stackExamples(rows, mix, new LanguageModel(weights), normalizer);
  const mixes = { comment: commentMix(), hate: hateMix(rows, heard) };
  const toxicity = calibrateToxicity(examples, inputs, mixes);
  const withStack = { ...weights, stack: addKinds(toxicity, examples, trustedByKinds()) };
  onProgress('explanations', 0);
  return { ...withStack, rationale: trainExplanations(rows, withStack, { normalizer, random }) };
}
