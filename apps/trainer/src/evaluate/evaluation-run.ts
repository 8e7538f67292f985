import { auc } from '../measures/auc.js';
import { expectedCalibrationError } from '../measures/calibration-error.js';
import { bestF1, f1At } from '../measures/f1.js';
import { spanF1, unitsOfCodePoints } from '../measures/span-f1.js';
import { tprAtFpr } from '../measures/tpr-at-fpr.js';
import type { Scorer } from '../scorer.js';
import type { Evaluation, EvaluateOptions } from './evaluation.js';
import type { EvaluationRow } from './evaluation-row.js';
import { GroupFigures } from './group-figures.js';
import { type RowScore, RowScorer } from './row-scorer.js';
import { ScoreList } from './score-list.js';

export type LabeledRow = EvaluationRow & { positive: boolean };

const FALSE_POSITIVE_RATE = 0.05;
/** Until then Node has compiled what it is going to compile. */
const WARM_UP_MS = 200;

/** Scores rows as they come and keeps of each no more than its score and label. */
export class EvaluationRun {
  skipped = 0;
  private notScored = 0;
  private seconds = 0;
  private spanTexts = 0;
  private spanSum = 0;
  private readonly list = new ScoreList();
  private readonly groups = new GroupFigures();
  private readonly scorer: RowScorer;

  constructor(
    scorer: Scorer,
    private readonly options: EvaluateOptions,
  ) {
    this.scorer = new RowScorer(scorer, options);
  }

  add(rows: readonly LabeledRow[]): void {
    if (this.list.length === 0) this.warmUp(rows);
    const start = performance.now();
    const scores = rows.map(({ text }) => this.scorer.score(text));
    this.seconds += (performance.now() - start) / 1000;
    rows.forEach((row, index) => this.count(row, scores[index] as RowScore));
  }

  private warmUp(rows: readonly LabeledRow[]): void {
    const end = performance.now() + WARM_UP_MS;
    while (rows.length > 0 && performance.now() < end) {
      for (const { text } of rows) this.scorer.score(text);
    }
  }

  private count(row: LabeledRow, { score, spans }: RowScore): void {
    const { text, positive, group, marked } = row;
    if (score === null) this.notScored++;
    this.list.push(score ?? 0, positive);
    if (group) this.groups.add(group, positive, (score ?? 0) >= this.options.threshold);
    if (!marked) return;
    this.spanTexts++;
    this.spanSum += spanF1(spans, unitsOfCodePoints(text, marked));
  }

  evaluation(): Evaluation {
    const { scores, labels, length: rows } = this.list;
    const { threshold, task, file, label } = this.options;
    const { skipped, notScored, spanTexts, groups } = this;
    const positives = labels.reduce((sum, positive) => sum + positive, 0);
    const detection = f1At(scores, labels, threshold);
    const falseAlarms = scores.filter((score, row) => score >= threshold && !labels[row]).length;
    return {
      ...{ task, file, label, rows, positives, skipped, notScored, threshold, ...detection },
      auc: auc(scores, labels),
      tprAt5Fpr: tprAtFpr(scores, labels, FALSE_POSITIVE_RATE),
      falsePositiveRate: falseAlarms / (rows - positives),
      best: bestF1(scores, labels),
      ece: expectedCalibrationError(scores, labels),
      perSecond: rows === 0 ? NaN : rows / this.seconds,
      groups: groups.column && { column: groups.column, figures: groups.figures() },
      // Only toxicity is explained by words.
      spans:
        spanTexts === 0 || task === 'spam'
          ? null
          : { texts: spanTexts, f1: this.spanSum / spanTexts },
    };
  }
}
