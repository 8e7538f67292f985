import { styleText } from 'node:util';
import { fitWidth, padWidth } from './display-width.js';
import { onOneLine, wrapText } from './wrap-text.js';

/** One sample and what the service made of it. */
export interface SampleVerdict {
  kind: string;
  text: string;
  /** A status, or `refused` or `no verdict`. */
  status: string;
  /** Why, as a sentence; empty where it is not known. */
  reason: string;
}

export interface TableStyle {
  /** Columns of the terminal; tables are 80 to 120 wide. */
  columns: number;
  color: boolean;
}

const STATUS_COLUMNS = 11;
const COLORS = { published: 'green', held: 'yellow', rejected: 'red' } as const;

/** Lays one verdict out in three columns: status, comment (shortened), reason (in as many lines as it needs). */
export function verdictRow({ status, text, reason }: SampleVerdict, style: TableStyle): string {
  const rest = tableWidth(style) - STATUS_COLUMNS;
  const textColumns = Math.floor(rest / 2);
  const [first = '', ...more] = wrapText(reason, rest - textColumns - 2);
  const comment = padWidth(fitWidth(onOneLine(text), textColumns), textColumns);
  const indent = ' '.repeat(STATUS_COLUMNS + textColumns + 2);
  return [
    `${paint(padWidth(status, STATUS_COLUMNS), style)}${comment}  ${first}`,
    ...more.map((line) => indent + line),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Counts verdicts by kind, a row a kind in order of appearance, with a total. */
export function summaryTable(verdicts: readonly SampleVerdict[]): string {
  const usual = ['published', 'held', 'rejected'];
  const others = [...new Set(verdicts.map(({ status }) => status))].filter(
    (status) => !usual.includes(status),
  );
  const statuses = [...usual, ...others];
  const kinds = [...new Set(verdicts.map(({ kind }) => kind))];
  const nameColumns = Math.max(...kinds.map((kind) => kind.length), 5) + 2;
  const row = (name: string, of: readonly SampleVerdict[]): string =>
    padWidth(name, nameColumns) + statuses.map((status) => cell(count(of, status))).join('');
  return [
    ' '.repeat(nameColumns) + statuses.map((status) => cell(status)).join(''),
    ...kinds.map((name) =>
      row(
        name,
        verdicts.filter(({ kind }) => kind === name),
      ),
    ),
    row('total', verdicts),
  ].join('\n');
}

/** A heading across the table. */
export function heading(title: string, style: TableStyle): string {
  const line = `── ${title} `.padEnd(tableWidth(style), '─');
  return style.color ? styleText('bold', line) : line;
}

function tableWidth({ columns }: TableStyle): number {
  return Math.min(120, Math.max(80, columns));
}

function cell(content: string | number): string {
  return String(content).padStart(12);
}

function count(verdicts: readonly SampleVerdict[], status: string): number {
  return verdicts.filter((verdict) => verdict.status === status).length;
}

function paint(status: string, { color }: TableStyle): string {
  const name = Object.entries(COLORS).find(([known]) => known === status.trim())?.[1];
  return color && name !== undefined ? styleText(name, status) : status;
}
