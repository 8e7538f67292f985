import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Check, Signal } from './check.js';
import { contextOf } from './checks/context.fixture.js';
import { runChecks } from './run-checks.js';

const options = { clock: () => 0, timeLimitMs: 10 };
const context = contextOf('Hello there');
const signal: Signal = {
  label: 'insult',
  score: 0.5,
  spans: [{ start: 0, end: 5 }],
  reason: 'X',
  details: {},
};
const check = (run: (...args: never[]) => unknown, name = 'stub'): Check => ({
  name,
  version: '1',
  run: run as Check['run'],
});
const never = (): Promise<Signal[]> => new Promise(() => undefined);

describe('running the checks', () => {
  it('runs them all, in order, whatever one of them does', async () => {
    const checks = [
      check(() => [signal], 'a'),
      check(() => {
        throw new Error('broken');
      }, 'b'),
      check(() => Promise.reject(new Error('late')), 'c'),
      check(never, 'd'),
      check(() => Promise.resolve([signal]), 'e'),
      check(() => null, 'f'),
    ];
    const runs = await runChecks(checks, context, options);
    expect(runs.map((run) => [run.check, run.error, run.signals.length])).toEqual([
      ['a', null, 1],
      ['b', 'failed', 0],
      ['c', 'failed', 0],
      ['d', 'timed-out', 0],
      ['e', null, 1],
      ['f', 'invalid', 0],
    ]);
  });

  it('keeps what was thrown for the log', async () => {
    const cause = new Error('no model');
    const [run] = await runChecks(
      [
        check(() => {
          throw cause;
        }),
      ],
      context,
      options,
    );
    expect(run?.cause).toBe(cause);
  });

  it.each<[string, unknown]>([
    ['NaN', { ...signal, score: NaN }],
    ['a negative score', { ...signal, score: -0.1 }],
    ['a score above 1', { ...signal, score: 1.01 }],
    ['a score in words', { ...signal, score: '0.5' }],
    ['an unknown label', { ...signal, label: 'nonsense' }],
    ['a span past the end', { ...signal, spans: [{ start: 0, end: 12 }] }],
    ['a span before the start', { ...signal, spans: [{ start: -1, end: 2 }] }],
    ['an empty span', { ...signal, spans: [{ start: 2, end: 2 }] }],
    [
      'spans in disorder',
      {
        ...signal,
        spans: [
          { start: 4, end: 5 },
          { start: 0, end: 1 },
        ],
      },
    ],
    [
      'spans that overlap',
      {
        ...signal,
        spans: [
          { start: 0, end: 3 },
          { start: 2, end: 4 },
        ],
      },
    ],
    ['half a span', { ...signal, spans: [{ start: 0 }] }],
    ['no spans', { ...signal, spans: undefined }],
    ['null for a span', { ...signal, spans: [null] }],
    ['nothing', undefined],
  ])('finds %s invalid and keeps the sound signal beside it', async (_, broken) => {
    const [run] = await runChecks([check(() => [signal, broken])], context, options);
    expect(run?.error).toBe('invalid');
    expect(run?.signals.every((one) => one === signal)).toBe(true);
  });

  it('measures each check by the clock', async () => {
    let now = 0;
    const slow = check(() => {
      now += 7;
      return [];
    });
    const runs = await runChecks([slow, check(() => [])], context, {
      clock: () => now,
      timeLimitMs: 10,
    });
    expect(runs.map(({ milliseconds }) => milliseconds)).toEqual([7, 0]);
  });

  it('is not disturbed by a check that fails after its time', async () => {
    const late = check(
      () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 20)),
    );
    const [run] = await runChecks([late], context, { ...options, timeLimitMs: 1 });
    expect(run?.error).toBe('timed-out');
    await new Promise((resolve) => setTimeout(resolve, 40));
  });

  it('never rejects', async () => {
    const answers = fc.array(
      fc.oneof(
        fc.anything(),
        fc.record({
          label: fc.constant('spam'),
          score: fc.anything(),
          spans: fc.anything(),
          reason: fc.anything(),
          details: fc.anything(),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.anything(), answers),
        fc.boolean(),
        fc.boolean(),
        async (answer, late, fails) => {
          const run = (): unknown => {
            if (late)
              return Promise.resolve().then(() => {
                if (fails) throw answer;
                return answer;
              });
            if (fails) throw answer;
            return answer;
          };
          const [result] = await runChecks([check(run)], context, options);
          if (fails) expect(result?.error).toBe('failed');
          for (const { score } of result?.signals ?? [])
            expect(score >= 0 && score <= 1).toBe(true);
        },
      ),
    );
  });
});

describe('the timer', () => {
  beforeEach(() => void vi.spyOn(globalThis, 'setTimeout'));
  afterEach(() => void vi.restoreAllMocks());

  it('is not set where all checks answer at once', async () => {
    await runChecks([check(() => []), check(() => [signal])], context, options);
    expect(setTimeout).not.toHaveBeenCalled();
  });

  it('is one for all checks that answer later', async () => {
    await runChecks(
      [check(() => Promise.resolve([])), check(() => Promise.resolve([]))],
      context,
      options,
    );
    expect(setTimeout).toHaveBeenCalledTimes(1);
  });
});
