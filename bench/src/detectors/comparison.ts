import { f1At, type Detection, detectionOf } from '../../../apps/trainer/src/measures/f1.js';
import { pointAtFpr } from '../../../apps/trainer/src/measures/tpr-at-fpr.js';
import { median } from '../figures.js';
import { textsPerSecond } from '../throughput.js';
import type { Detector, LabeledText } from './detector.js';

/** A detector over the rows of a set. Shares are from 0 to 1. */
export interface DetectorFigure extends Detection {
  name: string;
  /** The share of civil rows that are flagged. */
  falsePositiveRate: number;
  perSecond: number;
  /** What our scores reach with a threshold that flags no more civil rows than this detector does; `null` for ours itself. */
  oursAtThatRate: (Detection & { threshold: number }) | null;
}

/** Our scores: a detector by a threshold, and by any other. */
export interface ScoredDetector {
  name: string;
  threshold: number;
  score: (text: string) => number;
}

/** Runs everything over the same rows, and measures the speeds by turns. Ours comes first. */
export function compareDetectors(
  ours: ScoredDetector,
  others: readonly Detector[],
  rows: readonly LabeledText[],
  { rounds, ms }: { rounds: number; ms: number },
): DetectorFigure[] {
  const scores = rows.map(({ text }) => ours.score(text));
  const labels = rows.map(({ positive }) => positive);
  const detectors: Detector[] = [
    { name: ours.name, flags: (text) => ours.score(text) >= ours.threshold },
    ...others,
  ];
  const speeds = measureSpeeds(detectors, rows, { rounds, ms });
  return detectors.map(({ name, flags }, index) => {
    const figure = countFlags(rows, flags);
    const point = pointAtFpr(scores, labels, figure.falsePositiveRate);
    const same = point && { ...f1At(scores, labels, point.threshold), threshold: point.threshold };
    const perSecond = median(speeds[index] ?? []);
    return { name, ...figure, perSecond, oursAtThatRate: index === 0 ? null : same };
  });
}

function countFlags(
  rows: readonly LabeledText[],
  flags: Detector['flags'],
): Detection & { falsePositiveRate: number } {
  let [hits, alarms, positives] = [0, 0, 0];
  for (const { text, positive } of rows) {
    const isFlagged = flags(text);
    if (positive) positives += 1;
    if (isFlagged && positive) hits += 1;
    if (isFlagged && !positive) alarms += 1;
  }
  const detection = detectionOf(hits, hits + alarms, positives);
  return { ...detection, falsePositiveRate: alarms / (rows.length - positives) };
}

function measureSpeeds(
  detectors: readonly Detector[],
  rows: readonly LabeledText[],
  { rounds, ms }: { rounds: number; ms: number },
): number[][] {
  // Sets come sorted: a few seconds would see one end of them only.
  const mixed = rows.map((_, index) => rows[(index * 7919) % rows.length]?.text ?? '');
  const speeds = detectors.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { name, flags }] of detectors.entries()) {
      speeds[index]?.push(textsPerSecond({ name, run: flags }, mixed, ms));
    }
  }
  return speeds;
}
