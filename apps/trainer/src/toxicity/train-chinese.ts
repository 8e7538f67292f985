import { LanguageModel, type LanguageWeights, type Normalizer, OUTPUT_COUNT } from '#classifier';
import type { Row } from '../data/corpus.js';
import type { Random } from '../obfuscate/random.js';
import { featureScales } from './feature-scales.js';
import { readRows } from './read-rows.js';
import { type NaturalMix, stackExamples } from './stack-examples.js';
import { type LinearSettings, trainLinear } from './train-linear.js';
import { calibrateToxicity, noStack } from './train-stack.js';

const BUCKETS = 2 ** 18;
/** Characters and pairs: longer n-grams learn the topics of the set by heart. */
const LONGEST_GRAM = 2;
/** Few epochs and softened labels carry over best from topic to topic. */
const SETTINGS: LinearSettings = { epochs: 3, learningRate: 0.2, l2: 1e-3, smoothing: 0.05 };
/** The square root of the log-count ratio. */
const SCALE_EXPONENT = 0.5;

/**
 * Trains the Chinese model: characters and pairs of them, in a linear table. The set says what is toxic and not in which way,
 * so toxicity is the only label.
 */
export function trainChinese(
  rows: readonly Row[],
  options: {
    normalizer: Normalizer;
    mix: NaturalMix;
    random: Random;
    onProgress: (share: number) => void;
  },
): LanguageWeights {
  const { normalizer, mix, random, onProgress } = options;
  const reading = { size: BUCKETS, longestGram: LONGEST_GRAM };
  const { features } = readRows(rows, normalizer, reading, () => undefined);
  const scales = featureScales(rows, features, BUCKETS, SCALE_EXPONENT);
  const linear = trainLinear(rows, features, scales, { settings: SETTINGS, random, onProgress });
  const weights: LanguageWeights = {
    ...{ longestGram: LONGEST_GRAM, linear, convolution: null, rationale: null },
    stack: noStack(OUTPUT_COUNT),
  };
  const examples = stackExamples(rows, mix, new LanguageModel(weights), normalizer);
  const comment = new Map([[0, 1]]);
  return { ...weights, stack: calibrateToxicity(examples, OUTPUT_COUNT, { comment, hate: null }) };
}
