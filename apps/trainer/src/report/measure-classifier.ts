import { Classifier } from '#classifier';
import { DEFAULT_POLICY } from '#moderation';
import { isHeldChinese, isHeldForSpans, isHeldTerm } from '../data/corpus.js';
import { readSet, type SetRow, textKey } from '../data/read-set.js';
import { ENGLISH_SOURCES } from '../data/sources.js';
import { isValidation } from '../data/share.js';
import { auc } from '../measures/auc.js';
import { expectedCalibrationError } from '../measures/calibration-error.js';
import { f1At } from '../measures/f1.js';
import { spanF1, unitsOfCodePoints } from '../measures/span-f1.js';
import { tprAtFpr } from '../measures/tpr-at-fpr.js';
import { KINDS, type ObfuscationKind } from '../obfuscate/kinds.js';
import { obfuscate } from '../obfuscate/obfuscate.js';
import { mulberry32 } from '../obfuscate/random.js';

/** What the toxicity score is worth on one set. */
export interface SetFigures {
  name: string;
  rows: number;
  positives: number;
  auc: number;
  tprAt5Fpr: number;
  /** At the default policy's threshold. */
  precision: number;
  recall: number;
  /** The share of civil rows that the threshold holds. */
  civilHeld: number;
  /** Expected calibration error over 15 bins. */
  ece: number;
}

/** Everything that is measured after a training. */
export interface Report {
  version: string;
  threshold: number;
  sets: SetFigures[];
  obfuscated: { kind: ObfuscationKind; auc: number }[];
  /** The share of civil sentences with each identity term kept aside that the threshold holds. */
  terms: { term: string; sentences: number; held: number }[];
  spans: { texts: number; f1: number };
}

/** Sets of toxic rows only, and those that have figures of their own. */
const MEASURED_OTHERWISE = [
  'civil-toxic',
  'toxic-spans',
  'wikipedia-context',
  'identity-templates',
];

const threshold = DEFAULT_POLICY.thresholds.toxicity.hold ?? 1;

type Score = (text: string) => number;

function figuresOf(name: string, rows: readonly SetRow[], score: Score): SetFigures {
  const scores = rows.map(({ text }) => score(text));
  const positive = rows.map(({ toxic }) => toxic === 1);
  const { precision, recall } = f1At(scores, positive, threshold);
  const civil = scores.filter((_, index) => !positive[index]);
  return {
    ...{ name, rows: rows.length, positives: positive.filter(Boolean).length },
    ...{ auc: auc(scores, positive), tprAt5Fpr: tprAtFpr(scores, positive, 0.05) },
    ...{ precision, recall, ece: expectedCalibrationError(scores, positive) },
    civilHeld: civil.filter((value) => value >= threshold).length / civil.length,
  };
}

/** The rows of each set that the models have not learned from, where some are civil and some toxic. */
function keptRows(read: (name: string) => SetRow[]): [name: string, rows: SetRow[]][] {
  return ENGLISH_SOURCES.filter(({ name }) => !MEASURED_OTHERWISE.includes(name)).map(
    ({ name }) => [name, read(name).filter(({ text }) => isValidation(textKey(text)))],
  );
}

function measureTerms(rows: readonly SetRow[], score: Score): Report['terms'] {
  const terms = [...new Set(rows.map(({ term }) => term ?? ''))].filter(isHeldTerm).sort();
  return terms.map((term) => {
    const civil = rows.filter((row) => row.term === term && row.toxic === 0);
    const held = civil.filter(({ text }) => score(text) >= threshold).length;
    return { term, sentences: civil.length, held: held / civil.length };
  });
}

function measureSpans(rows: readonly SetRow[], classifier: Classifier): Report['spans'] {
  const held = rows.filter(({ text }) => isHeldForSpans(text));
  const scores = held.map(({ text, spans = [] }) => {
    const found = classifier.classify(text, { language: 'en' }).spans;
    return spanF1(found, unitsOfCodePoints(text, spans));
  });
  return { texts: held.length, f1: scores.reduce((sum, one) => sum + one, 0) / held.length };
}

/** Measures the weights as they will be used. `onProgress` hears of shares, 0 to 1. */
export function measureClassifier(
  data: string,
  file: Uint8Array,
  onProgress: (share: number) => void,
): Report {
  const classifier = Classifier.load(file);
  const scoreAs =
    (language: string): Score =>
    (text) =>
      classifier.classify(text, { language }).scores?.toxicity ?? 0;
  const english = scoreAs('en');
  const read = (name: string): SetRow[] => readSet(data, `toxicity/${name}`);
  const test = read('jigsaw-test');
  const talk = read('wikipedia-context').filter(({ text }) => isValidation(textKey(text)));
  const news = read('fox-news');
  onProgress(0.2);
  const sets = [
    figuresOf('jigsaw-test', test, english),
    figuresOf('fox-news', news, english),
    figuresOf('wikipedia-context (kept rows)', talk, english),
    figuresOf('wikipedia-context and fox-news together', [...talk, ...news], english),
    figuresOf(
      'cold-zh (held-back fifth)',
      read('cold-zh').filter(({ text }) => isHeldChinese(text)),
      scoreAs('zh'),
    ),
    ...keptRows(read).map(([name, rows]) => figuresOf(`${name} (kept rows)`, rows, english)),
  ];
  onProgress(0.4);
  const words = new Set(classifier.lexicon);
  const positive = test.map(({ toxic }) => toxic === 1);
  const obfuscated = KINDS.map((kind) => {
    const random = mulberry32(1);
    const scores = test.map(({ text }) =>
      english(obfuscate(text, kind, { random, lexicon: words })),
    );
    return { kind, auc: auc(scores, positive) };
  });
  return {
    ...{ version: classifier.version, threshold, sets, obfuscated },
    terms: measureTerms(read('identity-templates'), english),
    spans: measureSpans(read('toxic-spans'), classifier),
  };
}
