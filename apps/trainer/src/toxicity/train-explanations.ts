import {
  FeatureReader,
  LanguageModel,
  type LanguageWeights,
  type Normalizer,
  type RationaleTable,
  toOriginalSpans,
} from '#classifier';
import type { Row } from '../data/corpus.js';
import { spanF1, unitsOfCodePoints } from '../measures/span-f1.js';
import type { Random } from '../obfuscate/random.js';
import { markedTokens } from './marked-tokens.js';
import { RationaleTraining } from './train-rationale.js';

/** Explanations that find more, or fewer, of the words that people mark: the best of them is kept. */
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

/** A text in which people marked what is toxic. */
type MarkedRow = Row & { spans: number[] };

const isMarked = (row: Row): row is MarkedRow => row.spans !== undefined;

/**
 * Learns from the marked texts which words explain a score; `null` where no text is marked. Needs the model with its stack: how
 * toxic a text is has a say in which of its words are marked.
 */
export function trainExplanations(
  rows: readonly Row[],
  weights: LanguageWeights,
  { normalizer, random }: { normalizer: Normalizer; random: Random },
): RationaleTable | null {
  const marked = rows.filter(isMarked);
  const learned = marked.filter(({ validation }) => !validation);
  const kept = marked.filter(({ validation }) => validation);
  if (learned.length === 0) return null;
  const trained = learnWords(learned, weights, normalizer).train(random);
  const tables = THRESHOLDS.map((threshold) => ({ ...trained, threshold }));
  const quality = tables.map((rationale) =>
    meanSpanF1(kept, { ...weights, rationale }, normalizer),
  );
  return tables[quality.indexOf(Math.max(...quality))] ?? trained;
}

function learnWords(
  rows: readonly MarkedRow[],
  weights: LanguageWeights,
  normalizer: Normalizer,
): RationaleTraining {
  const model = new LanguageModel(weights);
  const reader = new FeatureReader(weights.longestGram);
  const training = new RationaleTraining();
  for (const { text: original, spans } of rows) {
    const text = normalizer.normalize(original);
    model.score(text, original);
    reader.read(text, original, 0, text.length);
    const marks = markedTokens(text, reader.tokens, original, spans);
    training.add(text, reader.tokens, model.logOdds[0] as number, (index) => marks[index] === 1);
  }
  return training;
}

/** How well explanations agree with what people marked; `NaN` without texts. */
function meanSpanF1(
  rows: readonly MarkedRow[],
  weights: LanguageWeights,
  normalizer: Normalizer,
): number {
  const model = new LanguageModel(weights);
  const scores = rows.map(({ text: original, spans }) => {
    const text = normalizer.normalize(original);
    model.score(text, original);
    const found = toOriginalSpans(model.explain(text), text);
    return spanF1(found, unitsOfCodePoints(original, spans));
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
