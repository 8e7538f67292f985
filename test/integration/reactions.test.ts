import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxBell } from '#comments';
import { type Reaction, REACTIONS } from '#contract';
import { PoliciesService } from '#policies';
import { auditReactions, ReactionsService, type ReaderRef } from '#threads';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

let test: TestSession;
let reactions: ReactionsService;
beforeAll(async () => {
  test = await openTestSession();
  const { database } = test;
  reactions = new ReactionsService(
    database,
    new PoliciesService(database),
    new OutboxBell(database),
  );
});
afterAll(() => test.close());

const readers = Array.from({ length: 4 }, (_, n): ReaderRef => {
  const identity = `reader:${n}`;
  return { identity, vouched: false, anonymous: true, name: null, key: Buffer.alloc(16, n) };
});

async function aComment(): Promise<string> {
  const id = await test.addComment(await test.addArticle());
  await test.sql(`UPDATE comments SET status = 'published' WHERE id = $1`, [id]);
  return id;
}

const step = fc.record({
  reader: fc.nat(3),
  kind: fc.constantFrom(...REACTIONS),
  on: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(id: string, { reader, kind, on }: Step) {
  const who = readers[reader] as ReaderRef;
  return on
    ? reactions.add(test.siteId, id, kind, who)
    : reactions.remove(test.siteId, id, kind, who);
}

/** What each reader's reactions are after the steps, by the rules alone. */
function after(steps: Step[]): Set<Reaction>[] {
  const sets = readers.map(() => new Set<Reaction>());
  for (const { reader, kind, on } of steps) {
    const set = sets[reader] as Set<Reaction>;
    if (on && kind === 'like') set.delete('dislike');
    if (on && kind === 'dislike') set.delete('like');
    if (on) set.add(kind);
    else set.delete(kind);
  }
  return sets;
}

describe('reactions', () => {
  it('are one per reader and kind, like or dislike, whatever is asked for in which order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const id = await aComment();
        let view;
        for (const one of steps) view = await take(id, one);
        const sets = after(steps);
        const counted = REACTIONS.map((kind): [Reaction, number] => [
          kind,
          sets.filter((set) => set.has(kind)).length,
        ]).filter(([, count]) => count > 0);
        expect(view?.reactions).toEqual(Object.fromEntries(counted));
        const last = steps.at(-1) as Step;
        expect(new Set(view?.reacted)).toEqual(sets[last.reader]);
        expect(await auditReactions(test.database)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('are counted right when many react at once', async () => {
    const ids = await Promise.all([aComment(), aComment()]);
    const steps = fc.sample(step, 400);
    await Promise.all(steps.map((one, n) => take(ids[n % 2] as string, one)));
    expect(await auditReactions(test.database)).toEqual([]);
  });

  it('are announced when they change something, and only then', async () => {
    const id = await aComment();
    const marks = async () => {
      const [row] = await test.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM outbox WHERE topic = 'changed' AND comment_id = $1`,
        [id],
      );
      return row?.count;
    };
    await take(id, { reader: 0, kind: 'like', on: true });
    await take(id, { reader: 0, kind: 'like', on: true });
    await take(id, { reader: 1, kind: 'like', on: false });
    expect(await marks()).toBe(1);
    await take(id, { reader: 0, kind: 'dislike', on: true });
    expect(await marks()).toBe(2);
  });

  it('are not taken for what readers do not see', async () => {
    const id = await test.addComment(await test.addArticle());
    await expect(take(id, { reader: 0, kind: 'like', on: true })).rejects.toMatchObject({
      code: 'COMMENT_NOT_FOUND',
    });
  });

  it('that somebody counted wrong by hand are found', async () => {
    const id = await aComment();
    await take(id, { reader: 0, kind: 'funny', on: true });
    await test.sql('UPDATE reaction_tallies SET funny = 2 WHERE comment_id = $1', [id]);
    expect(await auditReactions(test.database)).toEqual([{ siteId: test.siteId, commentId: id }]);
    await test.sql('UPDATE reaction_tallies SET funny = 1 WHERE comment_id = $1', [id]);
  });
});

describe('the score of likes and dislikes', () => {
  const count = fc.nat(1_000_000);
  const scores = async (votes: [number, number][]): Promise<number[]> => {
    const rows = await test.sql<{ score: number }>(
      `SELECT wilson_lower_bound(likes, dislikes) AS score
       FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS votes (likes, dislikes, place) ORDER BY place`,
      [votes.map(([likes]) => likes), votes.map(([, dislikes]) => dislikes)],
    );
    return rows.map(({ score }) => score);
  };

  it('is the lower bound of Wilson’s interval at 95 %', async () => {
    const z = 1.96;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), count, async (likes, dislikes) => {
        const n = likes + dislikes;
        const p = likes / n;
        const bound =
          (p + z ** 2 / (2 * n) - z * Math.sqrt((p * (1 - p) + z ** 2 / (4 * n)) / n)) /
          (1 + z ** 2 / n);
        const [score = NaN] = await scores([[likes, dislikes]]);
        expect(Math.abs(score - bound)).toBeLessThan(1e-6);
      }),
    );
  });

  it('lies between 0 and the share of likes, grows with likes and falls with dislikes', async () => {
    await fc.assert(
      fc.asyncProperty(count, count, async (likes, dislikes) => {
        const [score = NaN, liked = NaN, disliked = NaN] = await scores([
          [likes, dislikes],
          [likes + 1, dislikes],
          [likes, dislikes + 1],
        ]);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(likes / Math.max(1, likes + dislikes) + 1e-6);
        expect(liked).toBeGreaterThanOrEqual(score);
        expect(disliked).toBeLessThanOrEqual(score);
      }),
    );
  });

  it('is 0 without likes', async () => {
    expect(
      await scores([
        [0, 0],
        [0, 5],
      ]),
    ).toEqual([0, 0]);
  });
});
