import type { GroupColumn } from './evaluation-row.js';
import type { GroupFigure } from './group-figures.js';
import type { Task } from './labels.js';

/** What to measure. */
export interface EvaluateOptions {
  task: Task;
  /** JSON lines, plain or gzip'd. */
  file: string;
  /** The column with the labels. */
  label: string;
  /** The score from which a text counts as flagged, 0 to 1. */
  threshold: number;
  /** BCP 47; `undefined`: detected, text by text. */
  language: string | undefined;
}

/** What was measured on a file. Shares are from 0 to 1; `NaN` where a figure cannot be computed, as with one class only. */
export interface Evaluation {
  task: Task;
  file: string;
  label: string;
  /** Rows with a label; the others are skipped. */
  rows: number;
  positives: number;
  skipped: number;
  /** Rows in a language without a model: they count with a score of 0, for the service lets them pass. */
  notScored: number;
  auc: number;
  /** Of the positives, at a threshold that flags 5% of the negatives. */
  tprAt5Fpr: number;
  threshold: number;
  precision: number;
  recall: number;
  /** At the threshold. */
  f1: number;
  /** Of the negatives, at the threshold. */
  falsePositiveRate: number;
  /** The highest that any threshold reaches on these rows: no figure to expect elsewhere. */
  best: { f1: number; threshold: number };
  /** Expected calibration error over 15 bins. */
  ece: number;
  /** Texts scored a second, after a warm-up; reading the file is not counted. */
  perSecond: number;
  groups: { column: GroupColumn; figures: GroupFigure[] } | null;
  /** Mean F1 of the explanations' characters, where the set has marked ones. */
  spans: { texts: number; f1: number } | null;
}
