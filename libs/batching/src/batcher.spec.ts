import { describe, expect, it } from 'vitest';
import { Batcher } from './batcher.js';

const options = { size: 3, parallel: 1, capacity: 100, full: () => new Error('full') };

/** A batcher whose batches are recorded and end when the test says so. */
function recorded(change: Partial<typeof options> = {}) {
  const batches: number[][] = [];
  const ends: (() => void)[] = [];
  const batcher = new Batcher<number, number>(
    async (items) => {
      batches.push(items);
      await new Promise<void>((resolve) => ends.push(resolve));
      return items.map((item) => (item < 0 ? new Error(`negative ${item}`) : item * 2));
    },
    { ...options, ...change },
  );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { batches, batcher, end: () => ends.shift()?.(), turn };
}

describe('Batcher', () => {
  it('runs a single item at once', async () => {
    const { batches, batcher, end, turn } = recorded();
    const result = batcher.submit(1);
    await turn();
    expect(batches).toEqual([[1]]);
    end();
    await expect(result).resolves.toBe(2);
  });

  it('gathers what comes while a batch is at work, up to the size', async () => {
    const { batches, batcher, end, turn } = recorded();
    const results = [batcher.submit(1)];
    await turn();
    results.push(...[2, 3, 4, 5].map((item) => batcher.submit(item)));
    for (let batch = 0; batch < 3; batch += 1) {
      end();
      await turn();
      await turn();
    }
    await expect(Promise.all(results)).resolves.toEqual([2, 4, 6, 8, 10]);
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('rejects one item alone for an error of its own', async () => {
    const { batcher, end, turn } = recorded();
    const results = Promise.allSettled([batcher.submit(1), batcher.submit(-1)]);
    await turn();
    end();
    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('rejects every item of a batch that fails and goes on with the next', async () => {
    let calls = 0;
    const batcher = new Batcher<number, number>((items) => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('down')) : Promise.resolve(items);
    }, options);
    await expect(Promise.allSettled([batcher.submit(1), batcher.submit(2)])).resolves.toMatchObject(
      [{ status: 'rejected' }, { status: 'rejected' }],
    );
    await expect(batcher.submit(3)).resolves.toBe(3);
  });

  it('refuses an item when too many wait', async () => {
    const { batcher } = recorded({ capacity: 1 });
    void batcher.submit(1);
    await expect(batcher.submit(2)).rejects.toThrow('full');
  });
});
