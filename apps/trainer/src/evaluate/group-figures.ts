import type { GroupColumn } from './evaluation-row.js';

/** How one kind of row is judged at the threshold. */
export interface GroupFigure {
  name: string;
  rows: number;
  /** `functionality`: the share of rows judged right; `term`: the share of civil rows that are flagged. 0 to 1; `NaN` of no rows. */
  share: number;
}

interface Counts {
  rows: number;
  right: number;
  civil: number;
  falseAlarms: number;
}

/** Counts by the values of a set's column; keeps no rows. */
export class GroupFigures {
  private readonly counts = new Map<string, Counts>();
  column: GroupColumn | null = null;

  add(group: { column: GroupColumn; name: string }, positive: boolean, isFlagged: boolean): void {
    this.column ??= group.column;
    const counts = this.counts.get(group.name) ?? { rows: 0, right: 0, civil: 0, falseAlarms: 0 };
    this.counts.set(group.name, counts);
    counts.rows++;
    if (positive === isFlagged) counts.right++;
    if (positive) return;
    counts.civil++;
    if (isFlagged) counts.falseAlarms++;
  }

  /** The groups, the worst first. */
  figures(): GroupFigure[] {
    const isAccuracy = this.column === 'functionality';
    const figures = Array.from(this.counts, ([name, { rows, right, civil, falseAlarms }]) =>
      isAccuracy
        ? { name, rows, share: right / rows }
        : { name, rows: civil, share: falseAlarms / civil },
    );
    const badness = ({ share }: GroupFigure): number => (isAccuracy ? -share : share) || 0;
    return figures.sort((a, b) => badness(b) - badness(a) || (a.name < b.name ? -1 : 1));
  }
}
