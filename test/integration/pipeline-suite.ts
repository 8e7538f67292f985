import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CommentDetail } from '#contract';
import type { Check, Signal } from '#moderation';
import { ModerateHandler } from '#queues';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';

/** A check that does what the running test says; silent unless told otherwise. */
class StubCheck implements Check {
  readonly name = 'stub';
  readonly version = '1';
  behavior: (comment: { id: string; body: string }) => Signal[] | Promise<Signal[]> = () => [];

  run({ comment }: { comment: { id: string; body: string } }): Signal[] | Promise<Signal[]> {
    return this.behavior(comment);
  }
}

const signal = (over: Partial<Signal> = {}): Signal => ({
  label: 'banned-word',
  score: 1,
  spans: [{ start: 0, end: 3 }],
  reason: 'BANNED_WORD',
  details: { words: 'bad' },
  ...over,
});

/** The way of a comment through the pipeline; the same on every backend of the queue. */
export function pipelineSuite(
  backend: () => Promise<{ redisUrl?: string; stop: () => Promise<void> }>,
): void {
  const stub = new StubCheck();
  let service: TestService;
  let sql: pg.Client;
  let stopBackend: () => Promise<void>;

  beforeAll(async () => {
    const { redisUrl, stop } = await backend();
    stopBackend = stop;
    const settings = { SWEEP_AFTER_MS: '300', CHECK_TIME_LIMIT_MS: '1500' };
    service = await startService({
      checks: [stub],
      settings,
      ...(redisUrl === undefined ? {} : { redisUrl }),
    });
    sql = new pg.Client({ connectionString: service.database.url });
    await sql.connect();
  });
  afterEach(() => {
    stub.behavior = () => [];
  });
  afterAll(async () => {
    await sql.end();
    await service.stop();
    await stopBackend();
  });

  const post = async (body: string, section?: string): Promise<string> => {
    const response = await service.app.inject({
      method: 'POST',
      url: '/v1/comments',
      headers: service.asReader,
      payload: { article: { id: section ?? 'article', section }, body },
    });
    expect(response.statusCode).toBe(202);
    return response.json<{ id: string }>().id;
  };
  const read = async (id: string, wait = 10): Promise<CommentDetail> => {
    const headers = { ...service.asSite, prefer: `wait=${wait}` };
    return (await service.app.inject({ url: `/v1/comments/${id}`, headers })).json<CommentDetail>();
  };
  const setPolicy = async (section: string, policy: object): Promise<void> => {
    const url = `/v1/policy?section=${section}`;
    const response = await service.app.inject({
      method: 'PUT',
      url,
      headers: service.asSite,
      payload: policy,
    });
    expect(response.statusCode).toBe(200);
  };
  const verdicts = async (id: string): Promise<{ revision: number; to_status: string }[]> => {
    const { rows } = await sql.query<{ revision: number; to_status: string }>(
      `SELECT revision, to_status FROM decisions
        WHERE comment_id = $1 AND from_status = 'pending' AND to_status NOT IN ('pending', 'deleted')
        ORDER BY id`,
      [id],
    );
    return rows;
  };

  describe('verdicts', () => {
    it('publish what no check objects to', async () => {
      const comment = await read(await post('Good morning.'));
      expect(comment).toMatchObject({
        status: 'published',
        decision: { reason: 'CLEAN', actor: 'check', policyVersion: 0 },
      });
    });

    it('keep of each finding all that explains it', async () => {
      stub.behavior = () => [signal()];
      const { status, findings, decision } = await read(await post('bad words'));
      expect(status).toBe('rejected');
      expect(decision?.explanation).toContain('bad');
      expect(findings).toEqual([
        {
          check: 'stub',
          version: '1',
          label: 'banned-word',
          score: 1,
          threshold: expect.any(Number) as number,
          outcome: 'reject',
          spans: [{ start: 0, end: 3 }],
          reason: 'BANNED_WORD',
          details: { words: 'bad' },
          milliseconds: expect.any(Number) as number,
        },
      ]);
    });

    it('are reached by every comment of a crowd, once each', async () => {
      const ids = await Promise.all(
        Array.from({ length: 300 }, (_, index) => post(`Comment number ${index}.`)),
      );
      await Promise.all(ids.map((id) => read(id)));
      const { rows } = await sql.query(
        `SELECT comment_id FROM decisions WHERE comment_id = ANY ($1) AND from_status = 'pending'`,
        [ids],
      );
      expect(rows).toHaveLength(300);
    });

    it('are written once though the job runs again and again', async () => {
      const id = await post('Once and for all.');
      const siteId =
        (await sql.query<{ site_id: string }>('SELECT site_id FROM comments LIMIT 1')).rows[0]
          ?.site_id ?? '';
      const handler = service.app.get(ModerateHandler, { strict: false });
      const job = { siteId, commentId: id, revision: 1, recheck: 0 };
      await Promise.all(Array.from({ length: 10 }, () => handler.moderate(job)));
      await handler.moderate(job);
      expect(await verdicts(id)).toHaveLength(1);
    });

    it('of an older revision are not written', async () => {
      stub.behavior = async ({ id, body }) => {
        if (body !== 'First version.') return [];
        const payload = { body: 'Second version.' };
        await service.app.inject({
          method: 'PATCH',
          url: `/v1/comments/${id}`,
          headers: service.asSite,
          payload,
        });
        return [signal()];
      };
      const id = await post('First version.');
      const edited = async () => (await read(id)).revision === 2;
      await until(edited, { what: 'the edit' });
      expect(await read(id)).toMatchObject({ status: 'published', body: 'Second version.' });
      expect(await verdicts(id)).toEqual([{ revision: 2, to_status: 'published' }]);
    });

    it('of a deleted comment are not written', async () => {
      stub.behavior = async ({ id }) => {
        await service.app.inject({
          method: 'DELETE',
          url: `/v1/comments/${id}`,
          headers: service.asSite,
        });
        return [signal()];
      };
      const id = await post('Soon gone.');
      expect(await read(id)).toMatchObject({ status: 'deleted', body: null });
      // The next comment's verdict comes after whatever the check above has led to.
      stub.behavior = () => [];
      await read(await post('The next one.'));
      expect(await verdicts(id)).toEqual([]);
    });
  });

  describe('a check that cannot run', () => {
    const failures: [string, () => Signal[] | Promise<Signal[]>, string][] = [
      [
        'throws',
        () => {
          throw new Error('broken');
        },
        'CHECK_FAILED',
      ],
      ['rejects', () => Promise.reject(new Error('broken')), 'CHECK_FAILED'],
      ['takes too long', () => new Promise<never>(() => undefined), 'CHECK_TIMED_OUT'],
      ['gives nonsense', () => [signal({ score: Number.NaN })], 'CHECK_FAILED'],
    ];

    it.each(failures)(
      'and %s holds the comment, by the shipped policy',
      async (_, behavior, reason) => {
        stub.behavior = behavior;
        const comment = await read(await post('A comment.'));
        expect(comment).toMatchObject({ status: 'held', decision: { reason } });
        expect(comment.findings).toMatchObject([
          { check: 'stub', label: null, score: null, outcome: 'hold' },
        ]);
      },
    );

    it('is noted, and no more, where the policy says publish', async () => {
      await setPolicy('trusting', { failSafe: 'publish' });
      stub.behavior = () => {
        throw new Error('broken');
      };
      const comment = await read(await post('A comment.', 'trusting'));
      expect(comment).toMatchObject({
        status: 'published',
        findings: [{ reason: 'CHECK_FAILED', outcome: 'none' }],
      });
    });

    describe('where the policy says publish-then-recheck', () => {
      const publishUnchecked = async (): Promise<string> => {
        await setPolicy('later', { failSafe: 'publish-then-recheck' });
        stub.behavior = () => {
          throw new Error('broken');
        };
        const id = await post('A comment.', 'later');
        expect(await read(id)).toMatchObject({ status: 'published' });
        return id;
      };
      const makeDue = (id: string) =>
        sql.query(`UPDATE comments SET recheck_at = now() WHERE id = $1`, [id]);
      const recheckAt = async (id: string): Promise<Date | null> =>
        (
          await sql.query<{ recheck_at: Date | null }>(
            'SELECT recheck_at FROM comments WHERE id = $1',
            [id],
          )
        ).rows[0]?.recheck_at ?? null;

      it('is run again, and the comment held if it objects', async () => {
        const id = await publishUnchecked();
        stub.behavior = () => [signal({ label: 'suspect-word' })];
        await makeDue(id);
        const held = async () => (await read(id, 0)).status === 'held';
        await until(held, { what: 'the recheck to hold the comment' });
        expect(await recheckAt(id)).toBeNull();
        expect((await read(id)).decision).toMatchObject({
          from: 'published',
          to: 'held',
          actor: 'check',
        });
      });

      it('is run again, and the comment left in peace if it does not', async () => {
        const id = await publishUnchecked();
        stub.behavior = () => [];
        await makeDue(id);
        await until(async () => (await recheckAt(id)) === null, { what: 'the recheck to pass' });
        expect((await read(id)).status).toBe('published');
      });

      it('is run again later while it fails, and in the end a moderator decides', async () => {
        const id = await publishUnchecked();
        await makeDue(id);
        const postponed = async () => ((await recheckAt(id))?.getTime() ?? 0) > Date.now() + 60_000;
        await until(postponed, { what: 'the recheck to be put off' });
        await sql.query('UPDATE comments SET rechecks = 9, recheck_at = now() WHERE id = $1', [id]);
        await until(async () => (await read(id, 0)).status === 'held', {
          what: 'the comment to be held',
        });
      });
    });
  });

  describe('the sweeper', () => {
    it('finds a comment that nobody handed in', async () => {
      const id = await post('Left behind.');
      await read(id);
      // Decisions are append-only: nothing but a test makes one unhappen.
      await sql.query('ALTER TABLE decisions DISABLE TRIGGER USER');
      await sql.query('DELETE FROM decisions WHERE comment_id = $1', [id]);
      await sql.query('ALTER TABLE decisions ENABLE TRIGGER USER');
      await sql.query(
        `UPDATE articles SET published_count = published_count - 1 WHERE external_id = 'article'`,
      );
      await sql.query(`UPDATE comments SET status = 'pending', sweep_at = now() WHERE id = $1`, [
        id,
      ]);
      expect(await read(id)).toMatchObject({ status: 'published' });
      expect(await verdicts(id)).toHaveLength(1);
    });

    it('holds a comment that no worker can check, and its neighbors do not suffer', async () => {
      // Postgres stores no NUL: the verdict with it cannot be written, whoever tries.
      stub.behavior = ({ body }) =>
        body === 'Poison.' ? [signal({ details: { words: '\u0000' } })] : [];
      const [poison, ...others] = await Promise.all(
        ['Poison.', 'One.', 'Two.', 'Three.'].map((body) => post(body)),
      );
      for (const id of others) expect(await read(id)).toMatchObject({ status: 'published' });
      await sql.query('UPDATE comments SET sweeps = 12, sweep_at = now() WHERE id = $1', [poison]);
      const held = async () => (await read(poison ?? '', 0)).status === 'held';
      await until(held, { what: 'the comment to be held' });
      expect((await read(poison ?? '')).decision).toMatchObject({
        actor: 'system',
        reason: 'NEVER_CHECKED',
      });
    });

    it('forgets old idempotency keys', async () => {
      const siteId = (await sql.query<{ site_id: string }>('SELECT site_id FROM comments LIMIT 1'))
        .rows[0]?.site_id;
      await sql.query(
        `INSERT INTO idempotency_keys VALUES ($1, 'old', '\\x00', $1, now() - interval '25 hours'), ($1, 'new', '\\x00', $1, now())`,
        [siteId],
      );
      const keys = async () =>
        (await sql.query<{ key: string }>('SELECT key FROM idempotency_keys')).rows.map(
          ({ key }) => key,
        );
      await until(async () => !(await keys()).includes('old'), { what: 'the old key to go' });
      expect(await keys()).toContain('new');
    });
  });

  it('leaves nothing in the outbox', async () => {
    await read(await post('The last one.'));
    const marks = async () => (await sql.query('SELECT FROM outbox')).rowCount;
    await until(async () => (await marks()) === 0, { what: 'the outbox to be empty' });
  });
}
