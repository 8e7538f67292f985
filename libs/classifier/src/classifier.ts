import { detectLanguage } from './language/detect-language.js';
import { logOddsOf, probabilityOf } from './probability.js';
import { readClassifierWeights } from './weights/classifier-weights.js';
import { LanguageModel } from './model/language-model.js';
import type { ToxicityLabel } from './model/stack.js';
import { Normalizer } from './normalize/normalizer.js';
import type { Vocabulary } from './normalize/vocabulary.js';
import { toOriginalSpans, type WeighedSpan } from './spans.js';
import { type BehaviorReason, type SpamBehavior, spamBehavior } from './spam/spam-behavior.js';
import { explainSpam, type SpamSpan } from './spam/explain-spam.js';
import { calibratedLogOdds, type SpamModel, spamLogOdds } from './spam/spam-model.js';
import { readSpam } from './spam/spam-reading.js';

/** What the classifier says of a text. */
export interface Classification {
  /** The language that the text was read in, as in BCP 47 (`en`, `zh`, `pt`); `und` if nobody can tell. */
  language: string;
  /**
   * The probability of each label, 0 to 1, and of toxicity always; labels that the language's model was not taught are
   * missing. `null` for a language without a model: no score is a guess.
   */
  scores: (Partial<Record<ToxicityLabel, number>> & { toxicity: number }) | null;
  /** Empty where no label is at least `EXPLAINED_FROM`. */
  spans: WeighedSpan[];
}

/** What the classifier says of a comment as spam. */
export interface SpamClassification {
  /** The probability that it is spam, 0 to 1. */
  score: number;
  /** The words that speak for spam, with what they add to the log-odds; empty below 0.1. */
  spans: SpamSpan[];
  /** What the author's behavior added or took, in log-odds. */
  behavior: readonly BehaviorReason[];
}

/** A text that scores less under every label needs no explanation; most civil ones do. */
export const EXPLAINED_FROM = 0.02;
/** A comment that is less probably spam needs none. */
const SPAM_EXPLAINED_FROM = 0.1;

const LOWEST_EXPLAINED = logOddsOf(EXPLAINED_FROM);

/** The probability of each label of the text scored last, and whether any is worth an explanation. */
function probabilitiesOf({ labels, logOdds }: LanguageModel) {
  const scores: Partial<Record<ToxicityLabel, number>> = {};
  let isNotable = false;
  for (let label = 0; label < labels.length; label++) {
    const value = logOdds[label] as number;
    scores[labels[label] as ToxicityLabel] = probabilityOf(value);
    isNotable ||= value >= LOWEST_EXPLAINED;
  }
  return { scores: scores as NonNullable<Classification['scores']>, isNotable };
}

/** Scores comments for toxicity, with the words that made the score. One instance serves one text at a time. */
export class Classifier {
  private readonly normalizer: Normalizer;

  private constructor(
    /** Of the weights, made of their bytes, as in `944df5d1`. */
    readonly version: string,
    private readonly vocabulary: Vocabulary,
    /** Offensive words in the clear, the most common first. */
    readonly lexicon: readonly string[],
    private readonly models: ReadonlyMap<string, LanguageModel>,
    private readonly spamModel: SpamModel,
  ) {
    this.normalizer = new Normalizer({ vocabulary, lexicon });
  }

  /** Reads a weights file; throws a `WeightsError` that says what is wrong with it. */
  static load(file: Uint8Array): Classifier {
    const { version, vocabulary, lexicon, languages, spam } = readClassifierWeights(file);
    const models = Object.entries(languages).map(
      ([language, weights]) => [language, new LanguageModel(weights)] as const,
    );
    return new Classifier(version, vocabulary, lexicon, new Map(models), spam);
  }

  /** The languages that there are models for, as in BCP 47. */
  get languages(): string[] {
    return [...this.models.keys()];
  }

  /** Scores a text. `language` (BCP 47) is detected if it is not given. Never throws, whatever the text. */
  classify(text: string, options: { language?: string } = {}): Classification {
    const normalized = this.normalizer.normalize(text);
    const language =
      (options.language?.split('-', 1)[0]?.toLowerCase() || null) ??
      detectLanguage(...([normalized, text, this.vocabulary, this.normalizer.lexicon] as const));
    const model = this.models.get(language);
    if (!model) return { language, scores: null, spans: [] };
    model.score(normalized, text);
    const { scores, isNotable } = probabilitiesOf(model);
    const spans = isNotable ? toOriginalSpans(model.explain(normalized), normalized) : [];
    return { language, scores, spans };
  }

  /** The probability that a text is spam, 0 to 1, by its content alone, on a mix with one spam comment in twenty. */
  scoreSpam(text: string): number {
    return probabilityOf(this.spamLogOdds(text));
  }

  /** Scores a comment as spam by what it says and by how its author behaves: content alone does not transfer between sites. */
  classifySpam(text: string, behavior: SpamBehavior): SpamClassification {
    const { logOdds, reasons } = spamBehavior(behavior);
    const score = probabilityOf(this.spamLogOdds(text) + logOdds);
    if (score < SPAM_EXPLAINED_FROM) return { score, spans: [], behavior: reasons };
    const spans = explainSpam(this.spamModel, text).spans.filter(({ weight }) => weight > 0);
    return { score, spans, behavior: reasons };
  }

  private spamLogOdds(text: string): number {
    const { spamModel } = this;
    return calibratedLogOdds(spamModel, spamLogOdds(spamModel, readSpam(text)));
  }
}
