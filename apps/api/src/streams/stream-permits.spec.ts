import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Site, SitesService } from '#sites';
import { StreamPermits } from './stream-permits.js';

const SITE: Site = { id: '1', name: 'A', origins: ['https://a.example'], signingKey: Buffer.of(1) };
const CREDENTIALS = {
  ...{ authorization: undefined, publicKey: 'pk_of_the_site' },
  origin: 'https://a.example',
};

/** What the next looks find. */
let find: () => Promise<Site | null>;
let looks: number;
let permits: StreamPermits;

beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  find = () => Promise.resolve(SITE);
  const sites = {
    findByPublicKey: () => {
      looks += 1;
      return find();
    },
  };
  permits = new StreamPermits(sites as unknown as SitesService);
});
afterEach(() => {
  permits.beforeApplicationShutdown();
  vi.useRealTimers();
});

const stream = () => ({ end: vi.fn() });
const later = () => vi.advanceTimersByTimeAsync(300);

describe('an open stream', () => {
  it('stays while its key is good, and ends once that is revoked', async () => {
    const [one, two] = [stream(), stream()];
    permits.watch(CREDENTIALS, one);
    permits.watch({ ...CREDENTIALS }, two);
    await later();
    // Both came with the same, which is looked at once.
    expect({ looks, ends: one.end.mock.calls.length }).toEqual({ looks: 1, ends: 0 });
    find = () => Promise.resolve(null);
    await later();
    expect(one.end).toHaveBeenCalled();
    expect(two.end).toHaveBeenCalled();
  });

  it('ends when its page’s origin is not allowed any more, and others do not', async () => {
    const [here, there] = [stream(), stream()];
    permits.watch(CREDENTIALS, here);
    permits.watch({ ...CREDENTIALS, origin: 'https://b.example' }, there);
    find = () => Promise.resolve({ ...SITE, origins: ['https://b.example'] });
    await later();
    expect(here.end).toHaveBeenCalled();
    expect(there.end).not.toHaveBeenCalled();
  });

  it('stays while nobody can tell, and is looked at again', async () => {
    const one = stream();
    permits.watch(CREDENTIALS, one);
    find = () => Promise.reject(new Error('connect ECONNREFUSED'));
    await later();
    expect(one.end).not.toHaveBeenCalled();
    find = () => Promise.resolve(null);
    await later();
    expect(one.end).toHaveBeenCalled();
  });

  it('is asked about once at a time, however long the answer takes', async () => {
    permits.watch(CREDENTIALS, stream());
    find = () => new Promise(() => undefined);
    for (let n = 0; n < 5; n += 1) await later();
    expect(looks).toBe(1);
  });

  it('that is closed is not looked at, and the last one ends the looking', async () => {
    const [one, two] = [stream(), stream()];
    const unwatch = [permits.watch(CREDENTIALS, one), permits.watch(CREDENTIALS, two)];
    unwatch[0]?.();
    find = () => Promise.resolve(null);
    await later();
    expect(one.end).not.toHaveBeenCalled();
    expect(two.end).toHaveBeenCalled();
    unwatch[1]?.();
    expect(vi.getTimerCount()).toBe(0);
  });
});
