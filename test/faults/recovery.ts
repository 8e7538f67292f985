import { expect } from 'vitest';
import { until } from '../harness/until.js';
import type { Deployment } from './deployment.js';
import { Ledger } from './ledger.js';
import type { ReplayedLoad } from './replayed-load.js';
import { runToEnd } from '../harness/tool-run.js';

/** Waits until the load is over and everything has come to rest, and proves that nothing was lost or done twice. */
export async function expectNothingLost(deployment: Deployment, load: ReplayedLoad): Promise<void> {
  const report = await load.report;
  expect(report).toMatchObject({ lost: 0, failed: 0, refused: {}, malformed: { count: 0 } });
  expect(load.accepted).toHaveLength(report.rows);
  await expectOneVerdictEach(deployment.databaseUrl, load.accepted);
  // No job is left either that nobody would ever take.
  await until(async () => (await deployment.queuedJobs()) === 0, {
    what: 'an empty queue',
    timeoutMs: 60_000,
    intervalMs: 100,
  });
}

/** Waits until nothing is pending; then there are exactly these comments, each with one verdict, and true counts. */
export async function expectOneVerdictEach(
  databaseUrl: string,
  accepted: readonly string[],
): Promise<void> {
  const ledger = new Ledger(databaseUrl);
  await ledger.settles();
  const entries = await ledger.entries();
  expect(entries.map(({ id }) => id)).toEqual([...accepted].sort());
  expect(entries.filter(({ status, verdicts }) => verdicts.join() !== status)).toEqual([]);
  expect(new Set(entries.map(({ status }) => status)).size).toBeGreaterThan(1);
  await expectTrueCounts(databaseUrl);
}

/** Runs audit:counts, which recounts everything. */
async function expectTrueCounts(databaseUrl: string): Promise<void> {
  const entry = 'dist/apps/tools/src/audit-counts/main.js';
  const { code, output } = await runToEnd(entry, { DATABASE_URL: databaseUrl });
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(' 0 drifts\n') });
}
