import { join } from 'node:path';
import { parseEvaluationRow } from '../../../apps/trainer/src/evaluate/evaluation-row.js';
import { readLines } from '../../../apps/trainer/src/evaluate/read-lines.js';
import type { LabeledText } from './detector.js';

/** The rows of a set that have a label in the column. */
export async function readTexts(data: string, set: string, label: string): Promise<LabeledText[]> {
  const file = join(data, `${set}.jsonl.gz`);
  const texts: LabeledText[] = [];
  for await (const line of readLines(file)) {
    const { text, positive } = parseEvaluationRow(line, { file, label });
    if (positive != null) texts.push({ text, positive });
  }
  return texts;
}
