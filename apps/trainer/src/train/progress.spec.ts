import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressLine } from './progress.js';

const written: string[] = [];
const wasTTY = process.stderr.isTTY;
beforeEach(() => {
  written.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = wasTTY;
});

/** Hears of stages, each at a second of its own. */
function tell(
  isTTY: boolean,
  ...steps: [second: number, ...Parameters<ReturnType<typeof progressLine>>][]
) {
  process.stderr.isTTY = isTTY;
  let second = 0;
  const onProgress = progressLine(() => 1_700_000_000_000 + second * 1_000);
  for (const [at, stage, share] of steps) {
    second = at;
    onProgress(stage, share);
  }
  return written;
}

describe('the progress line', () => {
  it('tells at once what is done, and what is left as soon as that can be told', () => {
    expect(
      tell(false, [0, 'reading', 0], [60, 'English: n-grams', 0.5], [600, 'measuring', 0.5]),
    ).toEqual([
      '  0 %  reading\n',
      // 0.05 + 0.02 + 0.04 + 0.085 in a minute.
      ' 19 %  English: n-grams, about 4 min left\n',
      ' 96 %  measuring, about 22 s left\n',
    ]);
  });

  it('is written now and then where it cannot be rewritten', () => {
    const steps = Array.from({ length: 31 }, (_, at) => [at, 'spam', at / 100] as const);
    expect(tell(false, ...steps.map((step): [number, 'spam', number] => [...step]))).toHaveLength(
      3,
    );
  });

  it('is rewritten on a terminal, once a second at most', () => {
    const lines = tell(true, [0, 'spam', 0], [0.5, 'spam', 0.1], [1, 'spam', 0.2]);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^\r\u001b\[2K[^\n]*$/);
  });

  it('never runs backward from stage to stage', () => {
    const stages = [
      ...(['reading', 'vocabulary', 'English: reading', 'English: n-grams'] as const),
      ...(['English: convolution', 'English: combining', 'English: explanations'] as const),
      ...(['Chinese', 'spam', 'measuring'] as const),
    ];
    const steps = stages.flatMap((stage, at): [number, typeof stage, number][] => [
      [40 * at, stage, 0],
      [40 * at + 20, stage, 1],
    ]);
    const shares = tell(false, ...steps).map((line) => Number.parseInt(line, 10));
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeGreaterThanOrEqual(99);
  });
});
