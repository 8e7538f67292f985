import { describe, expect, it, vi } from 'vitest';
import type { LimitSizes } from './limits.js';
import { LimitsService } from './limits.service.js';
import { LocalBuckets } from './local-buckets.js';
import { stateOf, type WantedBucket } from './token-bucket.js';

const one = { tokens: 1, seconds: 60 };
const SIZES: LimitSizes = {
  posts: { reader: one, address: { tokens: 2, seconds: 60 }, article: { tokens: 3, seconds: 60 } },
  actions: { reader: 'off', address: one },
  previews: {},
  reads: { address: one },
  checks: { key: one },
};
const request = { siteId: 's', reader: 'r', address: 'a', article: 'x', key: null };

function service(
  take = vi.fn((wanted: readonly WantedBucket[]) =>
    Promise.resolve(wanted.map((bucket) => stateOf(bucket, 0, true))),
  ),
) {
  const close = () => Promise.resolve();
  return { take, limits: new LimitsService(SIZES, { take, close }, new LocalBuckets(() => 0)) };
}

describe('limits', () => {
  it('ask the shared store once for a post, and never for a read', async () => {
    const { limits, take } = service();
    const states = await limits.take('posts', request);
    expect(states.map(({ name }) => name)).toEqual([
      'posts-per-reader',
      'posts-per-address',
      'posts-per-article',
    ]);
    expect(take).toHaveBeenCalledTimes(1);
    await limits.take('reads', request);
    expect(take).toHaveBeenCalledTimes(1);
  });

  it('count what one key asks in the process', async () => {
    const { limits, take } = service();
    const asked = { ...request, address: null, key: 'k' };
    const allowed = async () => (await limits.take('checks', asked)).map((state) => state.allowed);
    expect([await allowed(), await allowed()]).toEqual([[true], [false]]);
    expect(take).not.toHaveBeenCalled();
  });

  it('ask nobody where nothing is limited: without a size, by "off", or for nobody that is known', async () => {
    const { limits, take } = service();
    const nobody = { siteId: 's', reader: null, address: null, article: null, key: null };
    expect(await limits.take('posts', nobody)).toEqual([]);
    expect(await limits.take('previews', request)).toEqual([]);
    expect(await limits.take('actions', { ...request, address: null })).toEqual([]);
    expect(take).not.toHaveBeenCalled();
  });

  it('leave the article alone when a reader is refused, and the store when the article is full', async () => {
    const refusing = vi.fn((wanted: readonly WantedBucket[]) =>
      Promise.resolve(wanted.map((bucket) => stateOf(bucket, 60_000, false))),
    );
    const { limits } = service(refusing);
    for (let n = 0; n < 5; n += 1) await limits.take('posts', request);
    const anonymous = { ...request, reader: null, address: null };
    for (let n = 0; n < 3; n += 1)
      expect(await limits.take('posts', anonymous)).toMatchObject([{ allowed: true }]);
    expect(await limits.take('posts', request)).toMatchObject([
      { name: 'posts-per-article', allowed: false },
    ]);
    expect(refusing).toHaveBeenCalledTimes(5);
  });

  it('count in the process while the store is out of reach, and leave it alone for a second', async () => {
    const failing = vi.fn(() => Promise.reject(new Error('gone')));
    const { limits } = service(failing);
    const allowed = async () =>
      (await limits.take('actions', request)).map((state) => state.allowed);
    expect([await allowed(), await allowed()]).toEqual([[true], [false]]);
    expect(failing).toHaveBeenCalledTimes(1);
  });
});
