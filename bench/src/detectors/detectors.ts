import { DEFAULT_POLICY } from '#moderation';
import type { BenchOptions } from '../benchmark.js';
import { openClassifier } from '../open-classifier.js';
import { compareDetectors, type DetectorFigure, type ScoredDetector } from './comparison.js';
import { comparisonTable } from './comparison-table.js';
import type { Detector } from './detector.js';
import { trainSpamWithout } from './held-out-spam.js';
import { profanityPackages } from './profanity-packages.js';
import { readTexts } from './read-texts.js';
import { spamPackages } from './spam-packages.js';

/** Sets that the shipped weights have not been trained on. */
const TOXICITY_SETS = ['toxicity/jigsaw-test', 'toxicity/fox-news'];
/** The sets of comments; for each a spam model is trained on everything else. */
const SPAM_SETS = ['spam/youtube', 'spam/scamspot-instagram'];
const ALWAYS = 1;

/** Our scores and what a Node project would pick from npm, over the same rows in one run. */
export async function benchDetectors(options: BenchOptions): Promise<object> {
  const { weights, data, print } = options;
  const classifier = await openClassifier(weights);
  const figures: Record<string, DetectorFigure[]> = {};
  const { toxicity, spam } = DEFAULT_POLICY.thresholds;
  const ours: ScoredDetector = {
    name: 'moderato, toxicity',
    threshold: toxicity.hold ?? ALWAYS,
    score: (text) => classifier.classify(text).scores?.toxicity ?? 0,
  };
  for (const set of TOXICITY_SETS) {
    figures[set] = await compareOn(set, 'toxic', ours, profanityPackages(), options);
  }
  for (const set of SPAM_SETS) {
    print(`\n${set}: training a spam model on all other sets (a minute or two)`);
    const score = trainSpamWithout(set, data);
    const heldOut = { name: 'moderato, spam', threshold: spam.hold ?? ALWAYS, score };
    figures[set] = await compareOn(set, 'spam', heldOut, spamPackages(), options);
  }
  return { figures };
}

async function compareOn(
  set: string,
  label: string,
  ours: ScoredDetector,
  others: Detector[],
  { rounds, seconds, data, print }: BenchOptions,
): Promise<DetectorFigure[]> {
  const rows = await readTexts(data, set, label);
  const positives = rows.filter(({ positive }) => positive).length;
  const count = (value: number): string => value.toLocaleString('en');
  print(
    `\n${set}: ${count(rows.length)} texts, ${count(positives)} of them ${label}; ours flags from ${ours.threshold}\n`,
  );
  const figures = compareDetectors(ours, others, rows, { rounds, ms: (seconds ?? 1) * 1000 });
  print(comparisonTable(figures));
  return figures;
}
