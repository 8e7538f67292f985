import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTORS, COMMENT_STATUSES, type CommentStatus } from '#contract';
import { CountsService } from '#counts';
import { actorsFor, STATUS_ARROWS } from '#moderation';
import { lockComments, type LockedComment, type Move, moveComments } from '#transitions';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

let test: TestSession;
let counts: CountsService;
beforeAll(async () => {
  test = await openTestSession();
  counts = new CountsService(test.database);
});
afterAll(() => test.close());

function moveTo(comment: LockedComment, to: CommentStatus): Move {
  const edited = to === 'pending' ? 1 : 0;
  return {
    comment,
    to,
    revision: comment.revision + edited,
    actor: actorsFor(comment.status, to)[0] ?? 'check',
    actorId: null,
    reason: 'CLEAN',
    details: {},
    findings: [],
    policyVersion: null,
    recheckAfter: null,
    rechecks: 0,
  };
}

/** Moves those of the comments for which an arrow leads to the status. */
async function moveAll(ids: string[], to: CommentStatus): Promise<void> {
  await test.database.transaction(async (session) => {
    const refs = ids.map((commentId) => ({ siteId: test.siteId, commentId }));
    const locked = await lockComments(session, refs);
    const able = locked.filter(({ status }) => actorsFor(status, to).length > 0);
    await moveComments(
      session,
      able.map((comment) => moveTo(comment, to)),
    );
  });
}

async function countOf(articleId: string): Promise<number> {
  return (await counts.read(test.siteId, [articleId])).get(articleId) ?? -1;
}

describe('counts', () => {
  it('count what is published with everything above it published', async () => {
    const article = await test.addArticle();
    const top = await test.addComment(article);
    const reply = await test.addComment(article, { id: top, rootId: top });
    const below = await test.addComment(article, { id: reply, rootId: top });
    const steps: [string[], CommentStatus, number][] = [
      [[below], 'published', 0],
      [[top], 'published', 1],
      [[reply], 'published', 3],
      [[top], 'held', 0],
      [[reply], 'held', 0],
      [[top, reply], 'published', 3],
      [[reply], 'deleted', 1],
      [[top, reply, below], 'rejected', 0],
    ];
    for (const [ids, to, expected] of steps) {
      await moveAll(ids, to);
      expect(await countOf(article)).toBe(expected);
    }
  });

  it('agree with a recount after any sequence of moves', async () => {
    const step = fc.record({
      comments: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 }),
      to: fc.constantFrom(...COMMENT_STATUSES),
    });
    const parents = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(parents, fc.array(step, { maxLength: 25 }), async (shape, steps) => {
        const article = await test.addArticle();
        const ids: string[] = [];
        const roots: string[] = [];
        for (const [index, choice] of shape.entries()) {
          const parent = choice % (index + 2) === 0 ? undefined : choice % index || 0;
          const id = await test.addComment(
            article,
            parent === undefined || index === 0
              ? undefined
              : { id: ids[parent] ?? '', rootId: roots[parent] ?? '' },
          );
          ids.push(id);
          roots.push(parent === undefined || index === 0 ? id : (roots[parent] ?? ''));
        }
        for (const { comments, to } of steps) {
          await moveAll(
            comments.map((index) => ids[index] ?? ''),
            to,
          );
          expect((await counts.audit()).drifts).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('do not drift under thousands of random moves from several connections at once', async () => {
    const seed = fc.sample(fc.integer(), 1)[0] ?? 0;
    const random = randomFrom(seed);
    const articles = await Promise.all([1, 2, 3].map(() => test.addArticle()));
    const known: { id: string; rootId: string; article: string }[] = [];
    const add = async (): Promise<void> => {
      const parent = random() < 0.7 ? known[Math.floor(random() * known.length)] : undefined;
      const article = parent?.article ?? articles[Math.floor(random() * 3)] ?? '';
      const id = await test.addComment(article, parent);
      known.push({ id, rootId: parent?.rootId ?? id, article });
    };
    for (let index = 0; index < 60; index += 1) await add();
    let moves = 0;
    const connection = async (): Promise<void> => {
      for (let turn = 0; turn < 250; turn += 1) {
        if (random() < 0.1) await add();
        const size = 1 + Math.floor(random() * 4);
        const ids = Array.from(
          { length: size },
          () => known[Math.floor(random() * known.length)]?.id ?? '',
        );
        // Deleting is the end; now and then is enough.
        const to =
          random() < 0.01 ? 'deleted' : (COMMENT_STATUSES[Math.floor(random() * 4)] ?? 'held');
        await moveAll([...new Set(ids)], to);
        moves += 1;
      }
    };
    const audits: number[] = [];
    const auditor = async (): Promise<void> => {
      while (moves < 1900) audits.push((await counts.audit()).drifts.length);
    };
    await Promise.all([...Array.from({ length: 8 }, connection), auditor()]);
    expect({ seed, drifts: (await counts.audit()).drifts }).toEqual({ seed, drifts: [] });
    expect({ seed, during: audits.filter((drifts) => drifts > 0) }).toEqual({ seed, during: [] });
    const [{ decided } = { decided: 0 }] = await test.sql<{ decided: number }>(
      'SELECT count(*)::int AS decided FROM decisions',
    );
    expect(decided).toBeGreaterThan(1000);
  });

  it('find drift that somebody made by hand', async () => {
    const article = await test.addArticle();
    await test.sql('UPDATE articles SET published_count = 5 WHERE id = $1', [article]);
    const { drifts } = await counts.audit();
    expect(drifts).toEqual([{ siteId: test.siteId, article, stored: 5, counted: 0 }]);
    await test.sql('UPDATE articles SET published_count = 0 WHERE id = $1', [article]);
  });
});

describe('moves', () => {
  const pairs = COMMENT_STATUSES.flatMap((from) =>
    COMMENT_STATUSES.map((to) => [from, to] as const),
  );

  it.each(pairs)('%s to %s: only by those whom the status table names', async (from, to) => {
    const article = await test.addArticle();
    const id = await test.addComment(article);
    await test.sql('UPDATE comments SET status = $2 WHERE id = $1', [id, from]);
    const allowed =
      STATUS_ARROWS.find((arrow) => arrow.from === from && arrow.to === to)?.actors ?? [];
    for (const actor of ACTORS.filter((other) => !allowed.includes(other))) {
      const attempt = test.database.transaction(async (session) => {
        const [comment] = await lockComments(session, [{ siteId: test.siteId, commentId: id }]);
        if (comment !== undefined) await moveComments(session, [{ ...moveTo(comment, to), actor }]);
      });
      await expect(attempt).rejects.toThrow(`No arrow leads from ${from} to ${to} for ${actor}.`);
    }
    await test.sql('DELETE FROM comments WHERE id = $1', [id]);
  });

  it('give a revision one verdict, by a law of the database', async () => {
    const id = await test.addComment(await test.addArticle());
    await moveAll([id], 'published');
    await test.sql(`UPDATE comments SET status = 'pending' WHERE id = $1`, [id]);
    await expect(moveAll([id], 'held')).rejects.toThrow('decisions_one_verdict');
    await test.sql(`UPDATE comments SET status = 'published' WHERE id = $1`, [id]);
  });

  it('open a review item with a hold and close it with what follows', async () => {
    const id = await test.addComment(await test.addArticle());
    const items = () =>
      test.sql<{ open: boolean }>(
        'SELECT closed_at IS NULL AS open FROM review_items WHERE comment_id = $1 ORDER BY opened_at',
        [id],
      );
    await moveAll([id], 'held');
    expect(await items()).toEqual([{ open: true }]);
    await moveAll([id], 'published');
    expect(await items()).toEqual([{ open: false }]);
    await moveAll([id], 'held');
    expect(await items()).toEqual([{ open: false }, { open: true }]);
  });
});

/** A small generator of numbers from 0 to 1 (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
