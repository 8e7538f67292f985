import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { AuditEntry, AuditPage, RejectReason } from '#contract';
import { startService, type TestService } from '../../harness/service.js';
import { HELD, scoreFromText } from '../support/checks.js';
import { Client } from '../support/client.js';
import { parseCsv } from '../support/csv.js';
import { decide } from '../support/decide.js';
import { Desk, siteIdOf } from '../support/desk.js';
import { expectBroken, expectProblem } from '../support/problems.js';
import { Rows } from '../support/rows.js';

const AUDIT = '/v1/audit';
const FORMULA = '=HYPERLINK("https://evil.example")';

let service: TestService;
let client: Client;
let desk: Desk;
let lead: Desk;
let rows: Rows;
let siteId: string;
let reason: RejectReason | undefined;
let commentId: string;
let authorId: string;

beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  desk = await Desk.open(service, 'moderator', { name: 'Mo, "the" 議員' });
  lead = await Desk.open(service, 'lead', { name: 'Lead' });
  rows = await Rows.open(service.database.url);
  siteId = await siteIdOf(service, client);
  await happen();
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

/** One of everything that the trail tells. */
async function happen(): Promise<void> {
  await client.put('/v1/policy', { mode: 'review-first' });
  await client.put('/v1/policy', {});
  await client.put('/v1/policy?section=sport', { mode: 'closed' });
  await client.send({ method: 'DELETE', url: '/v1/policy?section=sport', headers: client.site });
  const author = { name: 'Ann', email: 'ann@example.com' };
  const { id } = await client.settle({ body: HELD, author });
  commentId = id;
  ({ authorId } = await client.seen<{ authorId: string }>(id));
  [reason] = await desk.read<RejectReason[]>('/v1/reviews/reasons');
  await decide(desk, id, 'reject', { reason: reason?.id ?? '', note: FORMULA });
  await lead.send('PUT', `/v1/reviews/authors/${authorId}/standing`, {
    standing: 'banned',
    note: 'Twice,\r\n"quoted", with a line.',
  });
  await desk.send('POST', `/v1/reviews/comments/${id}/notes`, { text: 'Look here.' });
}

const read = async (query: Record<string, string | number> = {}): Promise<AuditEntry[]> =>
  (await desk.read<AuditPage>(AUDIT, { limit: 100, ...query })).entries;
/** All but those who joined for the test. */
const actions = async (query: Record<string, string | number> = {}): Promise<string[]> =>
  (await read(query)).map(({ action }) => action).filter((one) => !one.startsWith('moderator.'));

describe('the audit trail', () => {
  it('tells everything in one order, newest first', async () => {
    expect(await actions()).toEqual([
      'comment.noted',
      'author.banned',
      'comment.rejected',
      'comment.held',
      'policy.withdrawn',
      'policy.written',
      'policy.written',
      'policy.written',
    ]);
    const times = (await read()).map(({ at }) => at);
    expect([...times].sort().reverse()).toEqual(times);
  });

  it('names who did what to what, with before, after, policy and model', async () => {
    const [noted, banned, rejected, held, withdrawn] = await read();
    expect(noted).toMatchObject({
      by: { id: desk.id },
      subject: { type: 'comment', id: commentId },
    });
    expect(JSON.stringify(noted)).not.toContain('Look here.');
    expect(banned).toMatchObject({
      site: siteId,
      actor: 'moderator',
      by: { id: lead.id, name: 'Lead' },
      subject: { type: 'author', id: authorId },
      before: { standing: null },
      after: { standing: 'banned' },
      note: 'Twice,\r\n"quoted", with a line.',
    });
    expect(rejected).toMatchObject({
      by: { id: desk.id },
      before: { status: 'held' },
      after: { status: 'rejected', revision: 1, rejectReason: reason?.id },
      reason: 'MODERATOR_REJECTED',
      note: FORMULA,
      modelVersion: 'The test 7',
    });
    expect(held).toMatchObject({
      actor: 'check',
      by: null,
      policyVersion: 2,
      reason: 'SCORED_THREAT',
      modelVersion: 'The test 7',
    });
    expect(withdrawn).toMatchObject({
      actor: 'site',
      subject: { type: 'policy', id: 'sport' },
      before: { version: 3 },
      after: { version: 2 },
      policyVersion: 2,
    });
  });

  it('is narrowed by each of its filters', async () => {
    expect(await actions({ actor: 'check' })).toEqual(['comment.held']);
    expect(await actions({ moderator: lead.id })).toEqual(['author.banned']);
    expect(await actions({ moderator: desk.id })).toEqual(['comment.noted', 'comment.rejected']);
    expect(await actions({ action: 'comment.rejected' })).toEqual(['comment.rejected']);
    expect(await actions({ action: 'comment.deleted' })).toEqual([]);
    expect(await actions({ subject: authorId })).toEqual(['author.banned']);
    expect(await actions({ subject: commentId, actor: 'moderator' })).toEqual([
      'comment.noted',
      'comment.rejected',
    ]);
    expect(await actions({ subject: 'sport' })).toEqual(['policy.withdrawn', 'policy.written']);
    const [, , rejected] = await read();
    const at = rejected?.at ?? '';
    const next = new Date(Date.parse(at) + 1).toISOString();
    expect(await actions({ from: at, to: next })).toEqual(['comment.rejected']);
    expect(await actions({ to: '2020-01-01' })).toEqual([]);
  });

  it('comes in pages, each entry once', async () => {
    const paged: AuditEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: AuditPage = await desk.read(AUDIT, { limit: 3, ...(cursor && { cursor }) });
      paged.push(...page.entries);
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(await read());
  });

  it('is never changed once written', async () => {
    const statements = [
      `UPDATE audit_events SET note = 'nothing'`,
      'DELETE FROM audit_events',
      'TRUNCATE audit_events',
      `UPDATE decisions SET reason = 'CLEAN'`,
      'DELETE FROM decisions',
    ];
    for (const statement of statements) {
      await expect(rows.query(statement)).rejects.toMatchObject({ code: '23001' });
    }
    expect(await read()).not.toEqual([]);
  });

  it('is that of the moderator’s own sites', async () => {
    const other = await client.anotherSite();
    const theirs = await siteIdOf(service, other);
    await other.put('/v1/policy', { mode: 'closed' });
    const stranger = await Desk.open(service, 'lead', { siteId: theirs });
    const { entries } = await stranger.read<AuditPage>(AUDIT, { limit: 100 });
    expect(new Set(entries.map(({ site }) => site))).toEqual(new Set([theirs]));
    expectProblem(await stranger.get(AUDIT, { site: siteId }), 403, 'ROLE_REQUIRED');
    expectProblem(await stranger.get(`${AUDIT}/export`, { site: siteId }), 403, 'ROLE_REQUIRED');
    expect(await actions({ site: siteId })).toEqual(await actions());
    expectProblem(await client.get(AUDIT, client.site), 401, 'SESSION_REQUIRED');
  });

  it.each([
    ['actor', 'nobody', 'isIn'],
    ['moderator', 'x', 'isUuid'],
    ['cursor', 'x', 'isUuid'],
    ['from', 'x', 'isMoment'],
    ['limit', '1000', 'max'],
  ])('is not asked for by %s=%s', async (field, value, rule) => {
    expectBroken(await desk.get(AUDIT, { [field]: value }), field, rule);
  });
});

describe('the export', () => {
  it('is for leads', async () => {
    expectProblem(await desk.get(`${AUDIT}/export`), 403, 'ROLE_REQUIRED');
  });

  it('in JSON lines is what the pages say', async () => {
    const response = await lead.get(`${AUDIT}/export`, { format: 'jsonl', from: '2026-01-01' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/jsonl; charset=utf-8');
    const lines = response.body.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as AuditEntry)).toEqual(await read());
  });

  it('in CSV is what the pages say, and no formula', async () => {
    const response = await lead.get(`${AUDIT}/export`, { from: '2026-01-01', to: '2999-12-31' });
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.headers['content-disposition']).toBe(
      'attachment; filename="moderato-audit-2026-01-01-to-2999-12-31.csv"',
    );
    const records = parseCsv(response.body);
    expect(records.map((record) => entryOf(record))).toEqual(await read());
    expect(records.map(({ note }) => note)).toContain(`'${FORMULA}`);
    expect(response.body).not.toMatch(/(^|,)"?[=@+-]/m);
  });

  it('of nothing has a header', async () => {
    const response = await lead.get(`${AUDIT}/export`, { to: '2020-01-01' });
    expect(response.body).toMatch(/^id,at,site,.*\r\n$/);
  });

  it('holds more than it reads at a time', async () => {
    const other = await client.anotherSite();
    const theirs = await siteIdOf(service, other);
    const boss = await Desk.open(service, 'lead', { siteId: theirs });
    const ids = Array.from({ length: 1_700 }, () => uuidv7());
    await rows.query(
      `INSERT INTO audit_events (site_id, id, actor, action, subject_type, subject_id)
       SELECT $1, id, 'system', 'author.cleared', 'author', 'x' FROM unnest($2::uuid[]) AS id`,
      [theirs, ids],
    );
    const response = await boss.get(`${AUDIT}/export`, { format: 'jsonl', site: theirs });
    const lines = response.body.trimEnd().split('\n');
    const exported = lines.map((line) => (JSON.parse(line) as AuditEntry).id);
    expect(new Set(exported).size).toBe(lines.length);
    expect(exported.filter((id) => ids.includes(id))).toEqual(ids.toReversed());
  });
});

/** An entry of the pages from a record of the CSV file. */
function entryOf(record: Record<string, string>): AuditEntry {
  const plain = (text: string | undefined): string | null =>
    text === '' ? null : (text ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
  const state = (text: string | undefined) =>
    text === '' ? null : (JSON.parse(text ?? '') as Record<string, unknown>);
  return {
    id: record['id'] ?? '',
    site: record['site'] ?? '',
    at: record['at'] ?? '',
    actor: record['actor'] as AuditEntry['actor'],
    by:
      record['moderatorId'] === ''
        ? null
        : { id: record['moderatorId'] ?? '', name: record['moderator'] ?? '' },
    action: record['action'] ?? '',
    subject: {
      type: record['subjectType'] as AuditEntry['subject']['type'],
      id: record['subject'] ?? '',
    },
    before: state(record['before']),
    after: state(record['after']),
    reason: plain(record['reason']),
    note: plain(record['note']),
    policyVersion: record['policyVersion'] === '' ? null : Number(record['policyVersion']),
    modelVersion: plain(record['modelVersion']),
  };
}
