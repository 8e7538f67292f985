import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { countLines } from './lines.js';
import type { ReplayProgress } from './replay-options.js';

/** Shows how far a replay is, on stderr. */
export interface ProgressDisplay {
  show(progress: ReplayProgress): void;
  close(): void;
}

/** Bars on a terminal; elsewhere a line every few seconds. */
export async function createProgressDisplay(
  file: string,
  limit: number | undefined,
): Promise<ProgressDisplay> {
  if (!process.stderr.isTTY) return new ProgressLines();
  // Reads the file once more beforehand, so that the bars have an end.
  return new ProgressBars(Math.min(await countLines(file), limit ?? Infinity));
}

class ProgressBars implements ProgressDisplay {
  private readonly bars: MultiBar;
  private readonly posted: SingleBar;
  private readonly verdicts: SingleBar;

  constructor(total: number) {
    const format = '{name} [{bar}] {value}/{total} {duration_formatted}';
    this.bars = new MultiBar({ format, stream: process.stderr, hideCursor: true }, Presets.legacy);
    this.posted = this.bars.create(total, 0, { name: 'posted  ' });
    this.verdicts = this.bars.create(total, 0, { name: 'verdicts' });
  }

  show({ rows, accepted, verdicts }: ReplayProgress): void {
    this.posted.update(rows);
    // What was refused gets no verdict, so the second bar shrinks to what was accepted.
    this.verdicts.setTotal(Math.max(1, this.posted.getTotal() - (rows - accepted)));
    this.verdicts.update(verdicts);
  }

  close(): void {
    this.bars.stop();
  }
}

class ProgressLines implements ProgressDisplay {
  private next = performance.now() + 2_000;

  show({ rows, accepted, verdicts }: ReplayProgress): void {
    if (performance.now() < this.next) return;
    this.next = performance.now() + 5_000;
    process.stderr.write(`${rows} posted, ${accepted} accepted, ${verdicts} verdicts\n`);
  }

  close(): void {
    // Nothing was left open.
  }
}
