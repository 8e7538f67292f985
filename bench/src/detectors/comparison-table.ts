import type { DetectorFigure } from './comparison.js';

const HEADS = ['precision', 'recall', 'F1', 'false alarms', 'texts/s', 'our recall there'];
const WIDTHS = [11, 9, 8, 14, 12, 18];

const percent = (share: number | undefined): string =>
  share === undefined || Number.isNaN(share) ? '' : `${(share * 100).toFixed(1)} %`;

/** A line for each detector; the last column is what ours finds where it raises as many false alarms. */
export function comparisonTable(figures: readonly DetectorFigure[]): string {
  const nameColumns = Math.max(...figures.map(({ name }) => name.length)) + 2;
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(nameColumns) +
    cells.map((cell, index) => cell.padStart(WIDTHS[index] ?? 0)).join('');
  return [
    line('', HEADS),
    ...figures.map((figure) =>
      line(figure.name, [
        percent(figure.precision),
        percent(figure.recall),
        figure.f1.toFixed(3),
        percent(figure.falsePositiveRate),
        Math.round(figure.perSecond).toLocaleString('en'),
        percent(figure.oursAtThatRate?.recall),
      ]).trimEnd(),
    ),
  ].join('\n');
}
