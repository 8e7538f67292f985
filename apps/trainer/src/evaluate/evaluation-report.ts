import type { Evaluation } from './evaluation.js';

const NAME_COLUMNS = 40;

const count = (value: number): string =>
  Number.isNaN(value) ? '-' : Math.round(value).toLocaleString('en');
const share = (value: number): string =>
  Number.isNaN(value) ? '-' : `${(value * 100).toFixed(2)} %`;
const decimal = (value: number): string => (Number.isFinite(value) ? value.toFixed(4) : '-');

/** Lays an evaluation out for people; without an end of line. */
export function evaluationTable(evaluation: Evaluation): string {
  const { rows, positives, skipped, notScored, threshold, best, spans } = evaluation;
  const lines: [string, string][] = [
    ['rows', count(rows)],
    ['  positive', count(positives)],
    ...(skipped > 0 ? [['  without a label, skipped', count(skipped)] as [string, string]] : []),
    ...(notScored > 0
      ? [['  in a language without a model, taken as 0', count(notScored)] as [string, string]]
      : []),
    ['area under the ROC curve', decimal(evaluation.auc)],
    ['found with 5% false alarms', share(evaluation.tprAt5Fpr)],
    ['calibration error (15 bins)', decimal(evaluation.ece)],
    [`at the threshold of ${threshold}`, ''],
    ['  precision', share(evaluation.precision)],
    ['  recall', share(evaluation.recall)],
    ['  F1', decimal(evaluation.f1)],
    ['  false positive rate', share(evaluation.falsePositiveRate)],
    [`best F1 (at ${decimal(best.threshold)})`, decimal(best.f1)],
    ...(spans
      ? [[`F1 of the spans (${count(spans.texts)} texts)`, decimal(spans.f1)] as [string, string]]
      : []),
    ['texts a second', count(evaluation.perSecond)],
  ];
  const head = `${evaluation.file}: ${evaluation.task}, column "${evaluation.label}"`;
  const table = lines.map(([name, value]) => `${name.padEnd(NAME_COLUMNS)}${value.padStart(12)}`);
  return [head, '', ...table.map((line) => line.trimEnd()), ...groupLines(evaluation)].join('\n');
}

function groupLines({ groups, threshold }: Evaluation): string[] {
  if (!groups) return [];
  const { column, figures } = groups;
  const measure = column === 'functionality' ? 'accuracy' : 'false positive rate of civil rows';
  const width = Math.max(NAME_COLUMNS, ...figures.map(({ name }) => name.length + 2));
  return [
    '',
    `${measure} by ${column}, at ${threshold}`,
    ...figures.map(
      (figure) =>
        `  ${figure.name.padEnd(width - 2)}${share(figure.share).padStart(12)}   of ${count(figure.rows)}`,
    ),
  ];
}

const rounded = (value: number, digits: number): number | null =>
  Number.isFinite(value) ? Number(value.toFixed(digits)) : null;

/** The figures for programs, as one JSON object; `null` where a figure cannot be computed. */
export function evaluationJson(evaluation: Evaluation): string {
  const { task, file, rows, positives, auc, tprAt5Fpr, f1, ece, perSecond } = evaluation;
  return JSON.stringify({
    ...{ task, file, rows, positives },
    auc: rounded(auc, 6),
    tprAt5Fpr: rounded(tprAt5Fpr, 6),
    f1: rounded(f1, 6),
    ece: rounded(ece, 6),
    perSecond: rounded(perSecond, 0),
  });
}
