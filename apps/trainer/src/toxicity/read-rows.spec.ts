import { describe, expect, it } from 'vitest';
import { hashString, UNKNOWN } from '#classifier';
import { comment } from '../data/rows.fixture.js';
import { readRows, TokenCounter, toTokenRows } from './read-rows.js';
import { toyNormalizer } from './toy-models.fixture.js';

const READING = { size: 2 ** 10, longestGram: 2 };
const hashes = (...words: string[]): number[] => words.map(hashString);

describe('readRows', () => {
  it('reads the tokens and features of every row, disguises undone', () => {
    const rows = [comment('You 1d10t!', 1), comment('', 0), comment('nice day', 0)];
    const { tokens, features } = readRows(rows, toyNormalizer(), READING, () => undefined);
    expect(tokens.map((row) => [...row])).toEqual([
      hashes('you', 'idiot', '!'),
      [],
      hashes('nice', 'day'),
    ]);
    expect(features.offsets).toHaveLength(rows.length + 1);
    const first = features.buckets.subarray(0, features.offsets[1]);
    expect([...first]).toContain(hashString('idiot') & (READING.size - 1));
  });

  it('tells of the words of rows that are learned from, and of no others', () => {
    const heard: string[] = [];
    const rows = [comment('nice day', 0), comment('kept words', 0, { validation: true })];
    readRows(rows, toyNormalizer(), READING, (hash, spelling) => {
      expect(hash).toBe(hashString(spelling()));
      heard.push(spelling());
    });
    expect(heard).toEqual(['nice', 'day']);
  });

  it('reads the beginning of long texts', () => {
    const rows = [comment(`${'nice day '.repeat(5_000)}idiot`, 1)];
    const { tokens } = readRows(rows, toyNormalizer(), READING, () => undefined);
    expect(tokens[0]?.length).toBeGreaterThan(100);
    expect(tokens[0]?.length).toBeLessThan(1_000);
  });
});

describe('TokenCounter', () => {
  const counted = (times: Record<string, number>): TokenCounter => {
    const counter = new TokenCounter();
    for (const [word, count] of Object.entries(times)) {
      for (let time = 0; time < count; time++) counter.add(hashString(word), () => word);
    }
    return counter;
  };
  const counter = counted({ seldom: 2, often: 9, odd: 3, strange: 4, once: 1 });
  const hasVector = (word: string): boolean => !['odd', 'strange'].includes(word);

  it('chooses the most frequent, those without a vector only if they are seen oftener', () => {
    const { spellings, hashes: chosen } = counter.choose(10, hasVector);
    expect(spellings).toEqual(['often', 'strange', 'seldom']);
    expect([...chosen]).toEqual(hashes(...spellings));
  });

  it('chooses no more than it is told to', () => {
    expect(counter.choose(2, hasVector).spellings).toEqual(['often', 'strange']);
  });

  it('chooses the same in whatever order the words came', () => {
    const one = counted({ a: 5, b: 5, c: 5 }).choose(2, () => true);
    const other = counted({ c: 5, a: 5, b: 5 }).choose(2, () => true);
    expect(one).toEqual(other);
  });
});

it('gives each known token its row, and all others the row of the unknown', () => {
  const known = { hashes: Int32Array.from(hashes('one', 'two')), spellings: ['one', 'two'] };
  const rows = toTokenRows(
    [Int32Array.from(hashes('two', 'new', 'one')), new Int32Array(0)],
    known,
  );
  expect(rows.map((row) => [...row])).toEqual([[UNKNOWN + 2, UNKNOWN, UNKNOWN + 1], []]);
});
