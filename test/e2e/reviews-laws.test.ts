import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReviewItem } from '#contract';
import { CountsService } from '#counts';
import { startService, type TestService } from '../harness/service.js';
import { HELD, scoreFromText } from './support/checks.js';
import { Client, type Taken } from './support/client.js';
import { Desk } from './support/desk.js';
import { Queue } from './support/queue.js';
import { Rows } from './support/rows.js';

let service: TestService;
let client: Client;
let rows: Rows;
let queues: Queue[];
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  queues = await Promise.all(
    [1, 2, 3].map(async () => new Queue(await Desk.open(service, 'lead'))),
  );
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const STEPS = [
  'claim',
  'release',
  'expire',
  'decide',
  'decideComment',
  'undo',
  'edit',
  'remove',
  'report',
] as const;

/** One run's comments, what was seen of the queue and what was decided. */
class Run {
  readonly comments: Taken[] = [];
  private seen: ReviewItem[] = [];
  private readonly bulks: string[] = [];
  private reports = 0;

  constructor(readonly article: string) {}

  async begin(): Promise<void> {
    for (let n = 0; n < 5; n += 1) {
      const parentId = n > 2 ? this.comments[n - 3]!.id : undefined;
      const body = n % 2 === 0 ? `Held ${n}: ${HELD}` : `Published ${n}.`;
      this.comments.push(await client.settle({ body, article: { id: this.article }, parentId }));
    }
    await this.look();
  }

  /** What a moderator sees may be old by the time that they decide. */
  private async look(): Promise<void> {
    this.seen = await queues[0]!.all({ article: this.article });
  }

  async take(
    step: (typeof STEPS)[number],
    who: number,
    which: number,
    yes: boolean,
  ): Promise<void> {
    const queue = queues[who % 3]!;
    const comment = this.comments[which % this.comments.length]!;
    const action = yes ? 'approve' : 'reject';
    const token = { ...client.reader, 'x-author-token': comment.authorToken };
    switch (step) {
      case 'claim':
        this.seen = (await queue.claim(2, { article: this.article })).items;
        return;
      case 'release':
        await queue.release();
        return;
      case 'expire':
        await rows.query(`UPDATE review_items SET claimed_until = now() - interval '1 ms'
          WHERE claimed_by IS NOT NULL`);
        return;
      case 'decide': {
        if (this.seen.length === 0) return this.look();
        const result = yes ? await queue.approve(...this.seen) : await queue.reject(...this.seen);
        if (result.id !== null) this.bulks.push(result.id);
        return;
      }
      case 'decideComment': {
        const { revision } = await client.seen<{ revision: number }>(comment.id);
        const result = await queue.decideComment(comment.id, revision, action);
        if (result.id !== null) this.bulks.push(result.id);
        return;
      }
      case 'undo': {
        const bulk = this.bulks[which % Math.max(1, this.bulks.length)];
        if (bulk !== undefined)
          await queue.desk.send('POST', `/v1/reviews/decisions/${bulk}/undo`, {});
        return this.look();
      }
      case 'edit':
        await client.patch(comment.id, yes ? 'A kind word.' : `Worse: ${HELD}`, token);
        return;
      case 'remove':
        // Deleting is the end; now and then is enough.
        if (which % 4 === 0) await client.remove(comment.id, token);
        return;
      case 'report': {
        this.reports += 1;
        const url = `/v1/comments/${comment.id}/reports`;
        const headers = { ...client.reader, 'content-type': 'application/json' };
        const payload = { reason: 'abuse' };
        const remoteAddress = `10.1.${this.reports}.7`;
        await client.send({ method: 'POST', url, payload, headers, remoteAddress });
      }
    }
  }
}

/** Comments that are held without an open item, or have one and wait for nobody. */
const ASTRAY = `
  SELECT comment.id, comment.status, item.kind FROM comments AS comment
  FULL JOIN (SELECT * FROM review_items WHERE closed_at IS NULL) AS item ON item.comment_id = comment.id
  WHERE (comment.status = 'held') <> (item.id IS NOT NULL AND item.kind <> 'appealed')
    OR (item.kind = 'appealed' AND comment.status <> 'rejected')
    OR item.revision <> comment.revision`;

/** Items that were decided twice without having been opened between, or that say another thing than their comment. */
const DECIDED_TWICE = `
  SELECT item_id FROM (
    SELECT item_id, kind, lag(kind) OVER (PARTITION BY item_id ORDER BY id) AS before
    FROM review_events WHERE kind IN ('opened', 'reopened', 'decided', 'closed')
  ) AS told
  WHERE (kind IN ('decided', 'closed')) = (before IN ('decided', 'closed') OR before IS NULL)`;

it('counts are true, comments and items agree, and no opening is decided twice, whatever moderators, authors and readers do', async () => {
  const step = fc.tuple(fc.constantFrom(...STEPS), fc.nat(2), fc.nat(40), fc.boolean());
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 30 }),
      fc.boolean(),
      async (steps, crowd) => {
        runs += 1;
        const run = new Run(`laws-${runs}`);
        await run.begin();
        // One after another, or all that can come at the same time.
        if (crowd) await Promise.all(steps.map((taken) => run.take(...taken)));
        else for (const taken of steps) await run.take(...taken);
        expect((await service.app.get(CountsService, { strict: false }).audit()).drifts).toEqual(
          [],
        );
        expect(await rows.query(ASTRAY)).toEqual([]);
        expect(await rows.query(DECIDED_TWICE)).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
});
