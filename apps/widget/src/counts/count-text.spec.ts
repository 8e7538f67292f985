import { describe, expect, it } from 'vitest';
import { countText } from './count-text.js';

describe('countText', () => {
  it.each([
    [1204, {}, 'en', '1,204'],
    [0, {}, 'en', '0'],
    [1, { one: '{n} comment', many: '{n} comments' }, 'en', '1 comment'],
    [2, { one: '{n} comment', many: '{n} comments' }, 'en', '2 comments'],
    [0, { one: '{n} comment', many: '{n} comments' }, 'en', '0 comments'],
    [0, { zero: 'No comments yet', many: '{n} comments' }, 'en', 'No comments yet'],
    [
      3,
      { one: '{n} komentarz', few: '{n} komentarze', many: '{n} komentarzy' },
      'pl',
      '3 komentarze',
    ],
    [
      7,
      { one: '{n} komentarz', few: '{n} komentarze', many: '{n} komentarzy' },
      'pl',
      '7 komentarzy',
    ],
    [1, { many: '{n} 則留言' }, 'zh-Hant', '1 則留言'],
    [5, {}, '', '5'],
  ])('writes %d with %o in %s as %s', (n, texts, language, text) => {
    expect(countText(n, texts, language)).toBe(text);
  });
});
