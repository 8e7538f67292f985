import type { Statement } from '#database';
import type { TestSession } from './thread-builder.js';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

/** What a statement really did. */
export interface Executed {
  /** Tables that it read from one end to the other. */
  fullScans: string[];
  /** Rows that it took from tables and indexes, those that it threw away among them. */
  rowsRead: number;
}

/** Runs the statement and tells what it read. Changes that it makes are kept. */
export async function execute(
  test: TestSession,
  { text }: Statement,
  values: unknown[],
): Promise<Executed> {
  const [row] = await test.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    values,
  );
  const executed: Executed = { fullScans: [], rowsRead: 0 };
  const visit = (plan: Plan): void => {
    const { 'Node Type': type, 'Actual Loops': loops } = plan;
    if (type === 'Seq Scan') executed.fullScans.push(plan['Relation Name'] ?? '');
    // Functions and subqueries read nothing themselves; a bitmap is read with the table's rows.
    if (/^(Seq|Index|Index Only|Bitmap Heap) Scan/.test(type)) {
      const removed =
        (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
      executed.rowsRead += (plan['Actual Rows'] + removed) * loops;
    }
    for (const below of plan.Plans ?? []) visit(below);
  };
  for (const { Plan: plan } of row?.['QUERY PLAN'] ?? []) visit(plan);
  return executed;
}
