import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Check, defaultChecks } from '#moderation';
import { startService, type TestService } from '../../harness/service.js';
import { until } from '../../harness/until.js';
import { HELD, scoreFromText } from '../support/checks.js';
import { Client } from '../support/client.js';
import { Desk } from '../support/desk.js';
import { Rows } from '../support/rows.js';

/** Lets every comment through at once, but those that say wait: until the gate is opened. */
class Gate {
  waiting = 0;
  open: () => void = () => undefined;
  private opened = Promise.resolve();

  close(): void {
    this.waiting = 0;
    this.opened = new Promise((resolve) => (this.open = resolve));
  }

  readonly check: Check = {
    name: 'gate',
    version: '1',
    run: async ({ comment }) => {
      if (!comment.body.includes('wait')) return [];
      this.waiting += 1;
      await this.opened;
      return [];
    },
  };
}

const gate = new Gate();
const standing = defaultChecks().filter(({ name }) => name === 'standing');
const AUTHOR = { name: 'An author', email: 'author@example.com' };

let service: TestService;
let client: Client;
let lead: Desk;
let rows: Rows;
beforeAll(async () => {
  const settings = { CHECK_TIME_LIMIT_MS: '30000' };
  service = await startService({ checks: [scoreFromText, ...standing, gate.check], settings });
  client = new Client(service);
  lead = await Desk.open(service, 'lead');
  rows = await Rows.open(service.database.url);
});
afterEach(async () => {
  gate.open();
  await rows.query('UPDATE authors SET standing = NULL');
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

/** A comment of the author that waits for its verdict, and the author's id. */
async function post(body: string): Promise<{ id: string; authorId: string }> {
  const comment = { article: { id: 'an-article' }, body, author: AUTHOR };
  const { id } = (await client.post(comment, {}, client.site)).json<{ id: string }>();
  const { authorId } = await client.seen<{ authorId: string }>(id);
  return { id, authorId };
}

const statusOf = async (id: string): Promise<string> =>
  (await client.seen<{ status: string }>(id)).status;
const settled = (id: string) =>
  until(async () => (await statusOf(id)) !== 'pending', { what: 'the verdict' });
const ban = (authorId: string) =>
  lead.send('PUT', `/v1/reviews/authors/${authorId}/standing`, {
    ...{ standing: 'banned', rejectOpen: true },
  });

describe('a ban that rejects what is open', () => {
  it('reaches a comment that is just being checked', async () => {
    gate.close();
    const { id, authorId } = await post(`Please wait: ${HELD}`);
    await until(() => Promise.resolve(gate.waiting > 0), { what: 'the check' });
    expect((await ban(authorId)).statusCode).toBe(200);
    gate.open();
    await settled(id);
    expect(await client.seen(id)).toMatchObject({
      status: 'rejected',
      decision: { reason: 'AUTHOR_BANNED' },
    });
  });

  it('reaches a comment whose verdict is just being written', async () => {
    gate.close();
    const { id, authorId } = await post(`Please wait for the row: ${HELD}`);
    await until(() => Promise.resolve(gate.waiting > 0), { what: 'the check' });
    const writer = await Rows.open(service.database.url);
    onTestFinished(() => writer.close());
    // The verdict has read the author's standing when it comes to this table.
    await writer.query('BEGIN; LOCK TABLE review_items IN SHARE MODE');
    gate.open();
    await untilWaiting('relation', 'the verdict to be held up');
    const banned = ban(authorId);
    await untilWaiting('transactionid', 'the ban to wait for it');
    await writer.query('ROLLBACK');
    expect((await banned).statusCode).toBe(200);
    expect(await statusOf(id)).toBe('rejected');
  });

  /** Waits until somebody waits for a table, or for a row that another transaction has changed. */
  const untilWaiting = (lock: 'relation' | 'transactionid', what: string) =>
    until(
      async () => {
        const waiting = await rows.query(
          `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
          WHERE datname = current_database() AND NOT granted AND locktype = $1`,
          [lock],
        );
        return waiting.length > 0;
      },
      { what },
    );

  it('leaves the verdict about a comment of somebody else as it was', async () => {
    gate.close();
    const { id } = await post(`Please wait: ${HELD}`);
    await until(() => Promise.resolve(gate.waiting > 0), { what: 'the check' });
    const other = { article: { id: 'an-article' }, body: 'Fine.', author: { name: 'Another' } };
    const taken = (await client.post(other, { prefer: 'wait=10' }, client.site)).json<{
      id: string;
    }>();
    const { authorId } = await client.seen<{ authorId: string }>(taken.id);
    await ban(authorId);
    gate.open();
    await settled(id);
    expect(await statusOf(id)).toBe('held');
    expect(gate.waiting).toBe(1);
  });
});
