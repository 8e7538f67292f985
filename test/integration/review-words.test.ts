import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';
import { QueryText } from '../../libs/reviews/src/list/query-text.js';
import {
  plainTextCondition,
  termsOf,
  textCondition,
} from '../../libs/reviews/src/list/text-terms.js';

let test: TestSession;
beforeAll(async () => {
  test = await openTestSession();
});
afterAll(() => test.close());

/** Whether an item that says something is found, by the conditions of the indexes and of the walk. */
async function isFound(
  body: string,
  search: string,
): Promise<{ looked: boolean; walked: boolean }> {
  const text = new QueryText();
  const terms = termsOf(search);
  const item = `(SELECT lower(${text.param(body, 'text')}) AS search_text) AS item`;
  const looked = textCondition(terms, text);
  const walked = plainTextCondition(terms, 'item.search_text', text);
  const [row] = await test.database.query<{ looked: boolean; walked: boolean }>(
    { name: '', text: `SELECT (${looked}) AS looked, (${walked}) AS walked FROM ${item}` },
    text.values,
  );
  return row!;
}

describe('a word', () => {
  it.each([
    ['<spam> is what this is', 'spam'],
    ['ham/spam', 'spam'],
    ['https://cheap-spam.example/buy?now', 'spam'],
    ['https://cheap-spam.example/buy?now', 'buy'],
    ['write to spam@news.example', 'news'],
    ['“spam”', 'spam'],
    ['ham…spam—all of it', 'spam'],
    ['ham🙂spam', 'spam'],
    ['a_spam', 'spam'],
    ['spam&amp;ham', 'spam'],
    ['-5.25', '25'],
    ['1e5', '1e5'],
    ['Große Straße', 'straße'],
  ])('of %j is found: %s', async (body, word) => {
    expect(await isFound(body, word)).toEqual({ looked: true, walked: true });
  });

  it.each([
    ['eggs and spammers', 'pam'],
    ['superspam', 'spam'],
    ['spammers', 'am'],
  ])('of %j is not found: %s', async (body, part) => {
    expect(await isFound(body, part)).toEqual({ looked: false, walked: false });
  });

  it('ends at what is no letter and no digit, and at nothing else', async () => {
    const rows = await test.database.query<{ code: number; apart: boolean }>(
      {
        name: '',
        text: `
          SELECT code, plain_words('a' || chr(code) || 'b') = plain_words('a b') AS apart
          FROM generate_series(1, 130000) AS code WHERE code NOT BETWEEN 55296 AND 57343`,
      },
      [],
    );
    const wrong = rows.filter(({ code, apart }) => {
      const letter = String.fromCodePoint(code);
      if (/[\p{L}\p{N}]/u.test(letter)) return apart;
      return code < 128 && !apart;
    });
    expect(wrong).toEqual([]);
    const typographic = '“”‘’«»‹›…–—·•、。，！？；：（）「」『』【】《》\u00a0\u3000';
    for (const mark of typographic) {
      expect(rows.find(({ code }) => code === mark.codePointAt(0))?.apart, mark).toBe(true);
    }
  });
});

const LETTERS = "a b 1 é 天 . - / < > @ _ & # : ' \\ % * ( ) “ ” … 🙂".split(' ').concat(' ', ' ');

describe('what is in quotation marks', () => {
  const letter = fc.constantFrom(...LETTERS);
  const letters = fc.array(letter, { minLength: 1, maxLength: 24 });

  it('is found in every text that has it', async () => {
    await fc.assert(
      fc.asyncProperty(
        letters,
        fc.nat(23),
        fc.integer({ min: 1, max: 12 }),
        async (all, at, many) => {
          const begin = at % all.length;
          const part = all
            .slice(begin, begin + many)
            .join('')
            .trim();
          // A word is a word, in quotation marks too.
          fc.pre(part !== '' && termsOf(`"${part}"`).every(({ index }) => index !== 'word'));
          expect(await isFound(all.join(''), `"${part}"`)).toEqual({ looked: true, walked: true });
        },
      ),
      { numRuns: 400 },
    );
  });
});
