import type { ConvolutionTables } from '../model/convolution.js';
import type { SpamModel } from '../spam/spam-model.js';
import type { LanguageWeights } from '../model/language-model.js';
import { HashedVocabulary } from '../normalize/hashed-vocabulary.js';
import type { Vocabulary } from '../normalize/vocabulary.js';
import {
  type Numbers,
  packWeights,
  unpackWeights,
  type Weights,
  WeightsError,
} from './weights-file.js';

/** Everything a classifier is made of. */
export interface ClassifierWeights {
  /** Made of the bytes of the rest, as in `944df5d1`. */
  version: string;
  vocabulary: HashedVocabulary;
  /** Offensive words in the clear: disguised ones are resolved against them. */
  lexicon: string[];
  languages: Record<string, LanguageWeights>;
  spam: PackedSpamModel;
}

/** The spam model with its n-gram weights in sixteen bits: a few are so large that eight would blur the rest. */
export interface PackedSpamModel extends SpamModel {
  weights: Int16Array;
}

/** What of a language's weights is no row of numbers. */
interface LanguageMeta {
  /** `null` for a language without a convolution. */
  filters: number | null;
  longestGram: number;
  inputs: number;
  slope: number;
  hasHate: boolean;
  /** `null` for a language in which nobody has marked words: the n-grams explain themselves. */
  rationale: { step: number; intercept: number; textWeight: number; threshold: number } | null;
}

interface Meta {
  version: string;
  lexicon: string[];
  languages: Record<string, LanguageMeta>;
  spam: Pick<SpamModel, 'scale' | 'bias' | 'calibration'>;
}

function sectionsOf(language: string, weights: LanguageWeights): Record<string, Numbers> {
  const { linear, convolution, stack, rationale } = weights;
  const sections = {
    'linear.used': linear.used,
    'linear.weights': linear.weights,
    'linear.steps': linear.steps,
    'linear.intercepts': linear.intercepts,
    ...(convolution && {
      'convolution.tokens': convolution.tokens,
      'convolution.words': convolution.words,
      'convolution.biases': convolution.biases,
      'convolution.steps': convolution.steps,
      'convolution.heads': convolution.heads,
      'convolution.intercepts': convolution.intercepts,
    }),
    'stack.weights': stack.weights,
    'stack.intercepts': stack.intercepts,
    ...(stack.hate && { 'stack.hate': stack.hate }),
    ...(rationale && { 'rationale.weights': rationale.weights }),
  };
  return Object.fromEntries(
    Object.entries(sections).map(([name, numbers]) => [`${language}.${name}`, numbers]),
  );
}

function rationaleMeta(rationale: LanguageWeights['rationale']): LanguageMeta['rationale'] {
  if (!rationale) return null;
  const { step, intercept, textWeight, threshold } = rationale;
  return { step, intercept, textWeight, threshold };
}

const metaOf = (weights: LanguageWeights): LanguageMeta => ({
  filters: weights.convolution?.filters ?? null,
  longestGram: weights.longestGram,
  inputs: weights.stack.inputs,
  slope: weights.stack.slope,
  hasHate: weights.stack.hate !== null,
  rationale: rationaleMeta(weights.rationale),
});

/** The weights file of a classifier. */
export function writeClassifierWeights(weights: ClassifierWeights): Uint8Array {
  const languages = Object.entries(weights.languages);
  const { spam } = weights;
  const meta: Meta = {
    version: weights.version,
    lexicon: weights.lexicon,
    languages: Object.fromEntries(languages.map(([name, one]) => [name, metaOf(one)])),
    spam: { scale: spam.scale, bias: spam.bias, calibration: spam.calibration },
  };
  const sections: Record<string, Numbers> = {
    vocabulary: weights.vocabulary.toBytes(),
    'spam.weights': spam.weights,
    'spam.dense': spam.dense,
  };
  for (const [name, one] of languages) Object.assign(sections, sectionsOf(name, one));
  return packWeights({ meta: { ...meta }, sections });
}

/** Looks sections up by name; a missing one, or one of another type, means a damaged file. */
class Sections {
  constructor(private readonly sections: Weights['sections']) {}

  get<T extends Numbers>(name: string, type: new () => T): T {
    const found = this.sections[name];
    if (!(found instanceof type)) throw new WeightsError(`The weights file lacks "${name}".`);
    return found;
  }
}

function readConvolution(name: string, filters: number, sections: Sections): ConvolutionTables {
  return {
    filters,
    tokens: sections.get(`${name}.tokens`, Int8Array),
    words: sections.get(`${name}.words`, Int32Array),
    biases: sections.get(`${name}.biases`, Int32Array),
    steps: sections.get(`${name}.steps`, Float32Array),
    heads: sections.get(`${name}.heads`, Float32Array),
    intercepts: sections.get(`${name}.intercepts`, Float32Array),
  };
}

function readLanguage(language: string, meta: LanguageMeta, sections: Sections): LanguageWeights {
  return {
    longestGram: meta.longestGram,
    linear: {
      used: sections.get(`${language}.linear.used`, Int32Array),
      weights: sections.get(`${language}.linear.weights`, Int8Array),
      steps: sections.get(`${language}.linear.steps`, Float32Array),
      intercepts: sections.get(`${language}.linear.intercepts`, Float32Array),
    },
    convolution:
      meta.filters === null
        ? null
        : readConvolution(`${language}.convolution`, meta.filters, sections),
    stack: {
      inputs: meta.inputs,
      slope: meta.slope,
      hate: meta.hasHate ? sections.get(`${language}.stack.hate`, Float32Array) : null,
      weights: sections.get(`${language}.stack.weights`, Float32Array),
      intercepts: sections.get(`${language}.stack.intercepts`, Float32Array),
    },
    rationale: meta.rationale && {
      ...meta.rationale,
      weights: sections.get(`${language}.rationale.weights`, Int8Array),
    },
  };
}

/** Reads what `writeClassifierWeights` wrote; throws a `WeightsError` on anything else. */
export function readClassifierWeights(
  file: Uint8Array,
): Omit<ClassifierWeights, 'vocabulary'> & { vocabulary: Vocabulary } {
  const { meta, sections } = unpackWeights(file);
  try {
    return readParts(meta as unknown as Meta, new Sections(sections));
  } catch (error) {
    if (error instanceof WeightsError) throw error;
    throw new WeightsError('The weights file holds no classifier.', { cause: error });
  }
}

function readParts({ version, lexicon, languages, spam }: Meta, sections: Sections) {
  return {
    version,
    lexicon,
    vocabulary: HashedVocabulary.fromBytes(sections.get('vocabulary', Uint8Array)),
    languages: Object.fromEntries(
      Object.entries(languages).map(([name, one]) => [name, readLanguage(name, one, sections)]),
    ),
    spam: {
      ...{ scale: spam.scale, bias: spam.bias, calibration: spam.calibration },
      weights: sections.get('spam.weights', Int16Array),
      dense: sections.get('spam.dense', Float32Array),
    },
  };
}
