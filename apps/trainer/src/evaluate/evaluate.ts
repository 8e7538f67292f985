import { StartupError } from '#startup';
import type { Scorer } from '../scorer.js';
import type { Evaluation, EvaluateOptions } from './evaluation.js';
import { EvaluationRun, type LabeledRow } from './evaluation-run.js';
import { parseEvaluationRow } from './evaluation-row.js';
import { readLines } from './read-lines.js';

/** So many rows are in memory at once, and scored in one go between two looks at the clock. */
const BATCH = 256;

/**
 * Measures a scorer on a file. Throws a `StartupError` where the file cannot be read, a line is broken, or no row has the column
 * with the labels.
 */
export async function evaluate(scorer: Scorer, options: EvaluateOptions): Promise<Evaluation> {
  const run = new EvaluationRun(scorer, options);
  let hasColumn = false;
  let batch: LabeledRow[] = [];
  for await (const line of readLines(options.file)) {
    const row = parseEvaluationRow(line, options);
    const { positive } = row;
    if (positive !== undefined) hasColumn = true;
    if (positive == null) run.skipped++;
    else batch.push({ ...row, positive });
    if (batch.length < BATCH) continue;
    run.add(batch);
    batch = [];
  }
  if (!hasColumn) {
    throw new StartupError(`No row of ${options.file} has a column "${options.label}".`);
  }
  run.add(batch);
  return run.evaluation();
}
