import { HAM_SOURCE, type LearnedFrom } from '../data/sources.js';
import type { SpamRow } from '../spam/spam-row.js';
import type { Transfer } from './transfer.js';
import type { Report, SetFigures } from './measure-classifier.js';
import { KNOWN_WEAKNESSES, PURPOSE, WORD_VECTORS } from './model-card-text.js';
import { percent, table } from './markdown.js';

/** All that a card tells. */
export interface CardContents {
  report: Report;
  learnedFrom: readonly LearnedFrom[];
  spamRows: readonly SpamRow[];
  /** What `npm run transfer` found last, if it was run. */
  transfer: Transfer | null;
  seed: number;
  bytes: number;
}

/** What cannot be measured, for there are no civil or no toxic rows, is a dash. */
const figure = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '-';
const area = (value: number): string => figure(value, 4);

function sourcesTable(learnedFrom: readonly LearnedFrom[]): string {
  return table(
    ['set', 'from', 'license', 'rows', 'positive', 'weight'],
    learnedFrom.map(({ source, rows, positive }) => [
      ...[source.name, source.origin, source.license],
      ...[String(rows), String(positive), String(source.weight)],
    ]),
  );
}

function spamTable(rows: readonly SpamRow[]): string {
  const sources = [...new Set(rows.map(({ source }) => source))];
  return table(
    ['set', 'rows', 'spam'],
    sources.map((name) => {
      const own = rows.filter(({ source }) => source === name);
      return [name, String(own.length), String(own.filter(({ spam }) => spam === 1).length)];
    }),
  );
}

const setRow = (set: SetFigures): string[] => [
  ...[set.name, String(set.rows), String(set.positives), area(set.auc), percent(set.tprAt5Fpr)],
  ...[percent(set.precision), percent(set.recall), percent(set.civilHeld), figure(set.ece, 3)],
];

function figures({ report }: CardContents): string {
  const plain = report.sets.find(({ name }) => name === 'jigsaw-test')?.auc ?? NaN;
  return [
    table(
      [
        ...['set', 'rows', 'toxic', 'AUC', 'found at 5% false positives'],
        ...['precision', 'recall', 'civil held', 'calibration error'],
      ],
      report.sets.map(setRow),
    ),
    `Precision, recall and "civil held" are at the default policy's threshold for toxicity, ${report.threshold}. None of these rows was learned from: "kept rows" are the twelfth of a set that the models never see. Those of jigsaw-train, jigsaw-train-2 and wikipedia-context are what scores are calibrated on.`,
    '### Disguised words',
    `The rows of jigsaw-test with every offensive word, and a tenth of the others, disguised (AUC; plain ${area(plain)}):`,
    table(
      ['disguise', 'AUC', 'against plain'],
      report.obfuscated.map(({ kind, auc }) => [kind, area(auc), (auc - plain).toFixed(4)]),
    ),
    '### Identity terms kept aside',
    'Civil sentences of the bias templates with terms that were not in the training rows:',
    table(
      ['term', 'sentences', 'held'],
      report.terms.map(({ term, sentences, held }) => [term, String(sentences), percent(held)]),
    ),
    '### Explanations',
    `Character F1 of the marked words against what people marked (SemEval-2021 Task 5), mean over ${report.spans.texts} held-back texts: **${report.spans.f1.toFixed(3)}**.`,
  ].join('\n\n');
}

function transferSection({ transfer }: CardContents): string {
  if (!transfer) return 'Not measured for these weights: `npm run transfer` does it.';
  return [
    'Each set was left out of a training of its own. The reference is one logistic regression over hashed n-grams on the same rows.',
    table(
      ['set left out', 'rows', 'reference AUC', 'AUC'],
      transfer.toxicity.map(({ set, rows, reference, ours }) => [
        ...[set, String(rows), area(reference), area(ours)],
      ]),
    ),
    'Spam, by content alone:',
    table(
      ['measure', 'AUC'],
      transfer.spam.map(({ measure, auc }) => [measure, area(auc)]),
    ),
  ].join('\n\n');
}

/** The model card, in Markdown (Mitchell et al. 2019: what it is for, what from, how good, what it is bad at). */
export function modelCard(contents: CardContents): string {
  const { report, learnedFrom, spamRows, seed, bytes } = contents;
  return `${[
    '# Model card: the classifier',
    `Written by \`npm run train\`. Version ${report.version}, seed ${seed}, ${bytes.toLocaleString('en')} bytes.`,
    PURPOSE,
    '## Learned from',
    sourcesTable(learnedFrom),
    'Rows with the text of a set that is measured on are left out, and so are a fifth of the marked texts, a fifth of the Chinese texts and a quarter of the identity terms. A comment set whose toxic rows are marked lends the unmarked rest as civil text; one row in sixteen is also learned from in disguise (masks, leetspeak). One row in twelve is kept from the models to calibrate them on.',
    WORD_VECTORS,
    '### Spam',
    spamTable(spamRows),
    `The ham of ${HAM_SOURCE} stands for real comments.`,
    '## Figures',
    figures(contents),
    '## What carries over',
    transferSection(contents),
    KNOWN_WEAKNESSES,
  ].join('\n\n')}\n`;
}
