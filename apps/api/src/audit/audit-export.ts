import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { type AuditFilter, readAudit } from '#audit';
import type { AuditEntry } from '#contract';
import type { Session } from '#database';
import type { ExportFormat } from './audit.query.js';

/** Entries read at a time: what an export holds in memory, however long the trail is. */
const PAGE = 500;

const COLUMNS = [
  'id',
  'at',
  'site',
  'actor',
  'moderatorId',
  'moderator',
  'action',
  'subjectType',
  'subject',
  'before',
  'after',
  'reason',
  'note',
  'policyVersion',
  'modelVersion',
];

/** The trail as a file, newest first, written while it is read. */
export function auditFile(session: Session, filter: AuditFilter, format: ExportFormat): Readable {
  const entries = Readable.from(readAll(session, filter));
  if (format === 'jsonl') {
    return entries.map((entry: AuditEntry) => `${JSON.stringify(entry)}\n`, { concurrency: 1 });
  }
  const rows = stringify({
    header: true,
    columns: COLUMNS,
    record_delimiter: '\r\n',
    // Spreadsheets take what begins with =, +, - or @ for a formula, and readers choose their names and words.
    escape_formulas: true,
    cast: { object: (value) => JSON.stringify(value) },
  });
  entries.on('error', (error) => rows.destroy(error));
  rows.on('close', () => entries.destroy());
  return entries.map(rowOf).pipe(rows);
}

async function* readAll(session: Session, filter: AuditFilter): AsyncGenerator<AuditEntry> {
  let behind: string | null = null;
  do {
    const page = await readAudit(session, filter, behind, PAGE);
    yield* page.entries;
    behind = page.next;
  } while (behind !== null);
}

function rowOf({ by, subject, ...entry }: AuditEntry): Record<string, unknown> {
  return {
    ...entry,
    moderatorId: by?.id,
    moderator: by?.name,
    subjectType: subject.type,
    subject: subject.id,
  };
}

/** As in `moderato-audit-2026-11-01-to-2026-11-22.csv`. */
export function auditFileName({ from, to }: AuditFilter, format: ExportFormat): string {
  const day = (moment: Date): string => moment.toISOString().slice(0, 10);
  const start = from === undefined ? '' : `${day(from)}-`;
  return `moderato-audit-${start}to-${day(to ?? new Date())}.${format}`;
}
