import { StartupError } from '#startup';
import type { Line } from './read-lines.js';

/** A text with what a set says of it. */
export interface EvaluationRow {
  text: string;
  /** `null` where the set does not say; `undefined` where the row has no such column. */
  positive: boolean | null | undefined;
  /** What the set tells the row's kind by, as `functionality: negated hate` or `term: lesbian`; most sets do not. */
  group?: { column: GroupColumn; name: string };
  /** Offsets of the characters that people marked, in code points. */
  marked?: number[];
}

/** Columns that figures are also reported by. */
export type GroupColumn = 'functionality' | 'term';
const GROUP_COLUMNS: readonly GroupColumn[] = ['functionality', 'term'];

/** Reads a row's text and what its column `label` says. Throws a `StartupError` that names the file and the line. */
export function parseEvaluationRow(
  line: Line,
  { file, label }: { file: string; label: string },
): EvaluationRow {
  const fail = (problem: string): never => {
    throw new StartupError(`Line ${line.number} of ${file} ${problem}.`);
  };
  const columns = parseObject(line.text) ?? fail('is no JSON object');
  const { text } = columns;
  if (typeof text !== 'string') return fail('has no "text" that is a string');
  const value = columns[label];
  if (!isLabel(value)) return fail(`has a "${label}" that is not 0, 1 or null`);
  const column = GROUP_COLUMNS.find((name) => typeof columns[name] === 'string');
  const marked = columns['spans'];
  return {
    ...{ text, positive: value == null ? value : Boolean(value) },
    ...(column && { group: { column, name: columns[column] as string } }),
    ...(isOffsets(marked) && { marked }),
  };
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const LABELS: readonly unknown[] = [undefined, null, 0, 1, false, true];
const isLabel = (value: unknown): value is 0 | 1 | boolean | null | undefined =>
  LABELS.includes(value);

const isOffsets = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((offset) => Number.isInteger(offset));
