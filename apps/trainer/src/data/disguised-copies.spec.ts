import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../obfuscate/random.js';
import type { Row } from './corpus.js';
import { disguisedCopies } from './disguised-copies.js';
import { comment, tweet } from './rows.fixture.js';

const lexicon = new Set(['idiot']);
const TEXT = 'what an idiot';
const rows = (make: (text: string) => Row): Row[] => Array.from({ length: 96 }, () => make(TEXT));
const copies = (of: readonly Row[], seed = 1): Row[] =>
  disguisedCopies(of, lexicon, mulberry32(seed));

describe('disguised copies', () => {
  const found = copies(rows((text) => comment(text, 1, { weight: 0.5, source: 3 })));

  it('are made of a small share of the comments', () => {
    expect(found.length).toBeGreaterThan(2);
    expect(found.length).toBeLessThan(96 / 4);
  });

  it('hide the offensive word in more than one way', () => {
    expect(found.filter(({ text }) => text.includes('idiot'))).toEqual([]);
    expect(new Set(found.map(({ text }) => text)).size).toBeGreaterThan(1);
  });

  it('teach what the comment teaches, and count less', () => {
    for (const { labels, positive, source, weight, hateWeight, validation } of found) {
      expect({ labels, positive, source }).toEqual({
        ...{ labels: comment(TEXT, 1).labels, positive: 1, source: 3 },
      });
      expect(validation).toBe(false);
      expect(weight).toBeLessThan(0.5);
      expect(weight).toBeGreaterThan(0);
      expect(hateWeight / weight).toBeCloseTo(0.3 / 0.5, 10);
    }
  });

  it('are made of civil comments too', () => {
    expect(copies(rows((text) => comment(text, 0)))).toHaveLength(found.length);
  });

  it.each([
    ['kept rows', rows((text) => comment(text, 1, { validation: true }))],
    ['rows of hate sets', rows((text) => tweet(text, 1))],
  ])('are not made of %s', (_, of) => {
    expect(copies(of)).toEqual([]);
  });

  it('are the same for the same seed', () => {
    const of = rows((text) => comment(text, 1));
    expect(copies(of, 7)).toEqual(copies(of, 7));
  });
});
