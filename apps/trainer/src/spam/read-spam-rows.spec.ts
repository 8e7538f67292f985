import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { SetRow } from '../data/read-set.js';
import { setsFolder, writeSet } from '../data/sets.fixture.js';
import { HAM_SOURCE, SPAM_SOURCES } from '../data/sources.js';
import { readSpamRows } from './read-spam-rows.js';

const folder = setsFolder(afterAll);
const numbered = (count: number): SetRow[] =>
  Array.from({ length: count }, (_, index) => ({ text: `text ${index}`, spam: 1 }));
const from = (source: string) => readSpamRows(folder).filter((row) => row.source === source);

beforeEach(() => {
  for (const { path } of SPAM_SOURCES) writeSet(folder, path, []);
  writeSet(folder, HAM_SOURCE, []);
});

describe('readSpamRows', () => {
  it('takes the rows of a set with what they are and what belongs together', () => {
    writeSet(folder, 'spam/youtube', [
      { text: 'buy this', spam: 1, video: 'one' },
      { text: 'nice song', spam: 0 },
    ]);
    expect(readSpamRows(folder)).toEqual([
      { text: 'buy this', spam: 1, source: 'spam/youtube', group: 'one' },
      { text: 'nice song', spam: 0, source: 'spam/youtube' },
    ]);
  });

  it('leaves out rows that nobody has judged', () => {
    writeSet(folder, 'spam/sms', [{ text: 'one' }, { text: 'two', spam: null }]);
    expect(from('spam/sms')).toEqual([]);
  });

  it('takes comments for ham, toxic or not', () => {
    writeSet(folder, HAM_SOURCE, [{ text: 'you idiot', toxic: 1 }]);
    expect(from(HAM_SOURCE)).toEqual([{ text: 'you idiot', spam: 0, source: HAM_SOURCE }]);
  });

  it.each(['spam/spamassassin-email', HAM_SOURCE])('takes a part of the large set %s', (path) => {
    writeSet(folder, path, numbered(120));
    expect(from(path).length).toBeGreaterThan(20);
    expect(from(path).length).toBeLessThan(60);
  });

  it('takes all of the others', () => {
    writeSet(folder, 'spam/telegram', numbered(120));
    expect(from('spam/telegram')).toHaveLength(120);
  });

  it('takes the beginning of mail', () => {
    writeSet(folder, 'spam/spamassassin-email', [{ text: 'long '.repeat(1_000), spam: 1 }]);
    expect(from('spam/spamassassin-email')[0]?.text).toHaveLength(1_500);
  });
});
