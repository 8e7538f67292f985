export {
  type Classification,
  Classifier,
  EXPLAINED_FROM,
  type SpamClassification,
} from './classifier.js';
export { FeatureReader } from './features/feature-reader.js';
export { GramBuffer } from './features/gram-buffer.js';
export type { TokenBuffer } from './features/token-buffer.js';
export { usedBits } from './model/bucket-index.js';
export { type ConvolutionTables, EDGE, UNKNOWN } from './model/convolution.js';
export { LanguageModel, type LanguageWeights } from './model/language-model.js';
export { nameLanguage } from './language/name-language.js';
export {
  LINEAR_OUTPUTS,
  LinearScorer,
  type LinearTable,
  OUTPUT_COUNT,
} from './model/linear-table.js';
export { addRationaleGrams, rationaleValue, type RationaleTable } from './model/rationale.js';
export {
  clipOutput,
  type Stack,
  TOXICITY_LABELS,
  toxicityOf,
  type ToxicityLabel,
} from './model/stack.js';
export { hashString } from './normalize/hash-units.js';
export { HashedVocabulary } from './normalize/hashed-vocabulary.js';
export { type NormalizedText, Normalizer } from './normalize/normalizer.js';
export { commonnessOf } from './normalize/vocabulary.js';
export { toOriginalSpans, type WeighedSpan } from './spans.js';
export { type ClassifierWeights, writeClassifierWeights } from './weights/classifier-weights.js';
export { WeightsError } from './weights/weights-file.js';
export { type SpamBehavior } from './spam/spam-behavior.js';
export { SPAM_FEATURES } from './spam/spam-feature-names.js';
export {
  charFactor,
  scoreSpam,
  type SpamModel,
  spamLogOdds,
  wordFactor,
} from './spam/spam-model.js';
export { readSpam } from './spam/spam-reading.js';
