import type { Percentiles } from './percentiles.js';
import type { ReplayReport } from './replay-report.js';

const SHOWN_REASONS = 8;
const SHOWN_LINES = 5;

/** Lays a report out as a table for people; without an end of line. */
export function reportTable(report: ReplayReport): string {
  const lines = [
    ...countRows(report).map(([name, value]) => `${name.padEnd(18)}${String(value).padStart(10)}`),
    '',
    ...speedRows(report),
    '',
    ...latencyRows(report),
    ...reasonRows(report),
    ...problemRows(report),
  ];
  return lines.join('\n');
}

function countRows(report: ReplayReport): [string, number][] {
  const { published, held, rejected, deleted } = report.verdicts;
  const refused = Object.entries(report.refused).sort(([, a], [, b]) => b - a);
  const total = refused.reduce((sum, [, count]) => sum + count, 0);
  return [
    ['rows', report.rows],
    ...optional('malformed', report.malformed.count),
    ['accepted', report.accepted],
    ['refused', total],
    ...refused.map(([code, count]): [string, number] => [`  ${code}`, count]),
    ...optional('no final answer', report.failed),
    ...optional('replies', report.replies),
    ...optional('parent missing', report.parentsMissing),
    ...optional('sent again', report.retries),
    ['published', published],
    ['held', held],
    ['rejected', rejected],
    ...optional('deleted', deleted),
    ['lost', report.lost],
  ];
}

function optional(name: string, count: number): [string, number][] {
  return count === 0 ? [] : [[name, count]];
}

function speedRows(report: ReplayReport): string[] {
  const row = (name: string, perSecond: number, seconds: number): string =>
    `${name.padEnd(18)}${perSecond.toFixed(1).padStart(10)}   in ${seconds.toFixed(2)} s`;
  return [
    row('comments/s', report.commentsPerSecond, report.postingSeconds),
    row('verdicts/s', report.verdictsPerSecond, report.verdictSeconds),
  ];
}

function latencyRows({ latency }: ReplayReport): string[] {
  if (latency.observed === null) return [];
  const heads = ['p50', 'p95', 'p99', 'max'].map((head) => head.padStart(9)).join('');
  const rows = [
    `${'202 to verdict, ms'.padEnd(28)}${heads}`,
    percentileRow('  seen by this client', latency.observed),
  ];
  if (latency.service) rows.push(percentileRow("  by the service's clock", latency.service));
  if (latency.upperBounds > 0) {
    const share = `${latency.upperBounds} of ${latency.observed.count}`;
    rows.push(`  (seen: ${share} were asked for late and may have been decided sooner)`);
  }
  return rows;
}

function percentileRow(name: string, { p50, p95, p99, max }: Percentiles): string {
  return (
    name.padEnd(28) + [p50, p95, p99, max].map((value) => value.toFixed(0).padStart(9)).join('')
  );
}

function reasonRows({ reasons }: ReplayReport): string[] {
  if (reasons.length === 0) return [];
  const rows = reasons
    .slice(0, SHOWN_REASONS)
    .map(
      ({ status, reason, count }) =>
        `  ${reason.padEnd(26)}${status.padEnd(12)}${String(count).padStart(7)}`,
    );
  return ['', 'reasons', ...rows];
}

function problemRows({ malformed, lostIds }: ReplayReport): string[] {
  const lines = malformed.first
    .slice(0, SHOWN_LINES)
    .map(({ line, problem }) => `line ${line}: ${problem}`);
  const more = malformed.count - lines.length;
  if (more > 0) lines.push(`and ${more} more malformed lines`);
  const lost = lostIds.slice(0, SHOWN_LINES).map((id) => `no verdict: ${id}`);
  return lines.length + lost.length > 0 ? ['', ...lines, ...lost] : [];
}
