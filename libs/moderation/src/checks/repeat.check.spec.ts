import { describe, expect, it } from 'vitest';
import type { CheckContext, Signal } from '../check.js';
import { contextOf, inShort, NOW, recentText } from './context.fixture.js';
import { repeatCheck } from './repeat.check.js';

const LONG =
  'The council has promised this bypass for eleven years, and every time the money is found it is spent on something else.';
const EDITED = LONG.replace('eleven', 'twelve');
const OTHER =
  'I grew up two streets from there, and the old cinema was the only warm place in the winter of that year.';
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

function check(body: string, recent: Partial<CheckContext['recent']>): [string, number, string][] {
  return inShort(repeatCheck.run(contextOf(body, { recent })) as Signal[]);
}

describe('the repeat check of one author', () => {
  it.each<[string, string, string, Parameters<typeof recentText>[1], [string, number, string][]]>([
    ['the very same text elsewhere', LONG, LONG, {}, [['repeat-by-author', 1, 'REPEAT_BY_AUTHOR']]],
    [
      'the same but for case, marks and spaces',
      LONG,
      `  ${LONG.toUpperCase()} !!!`,
      {},
      [['repeat-by-author', 1, 'REPEAT_BY_AUTHOR']],
    ],
    ['another text', LONG, OTHER, {}, []],
    ['a short courtesy elsewhere', 'Thanks!', 'thanks', {}, []],
    [
      'a short courtesy under the same article',
      'Thanks!',
      'thanks',
      { articleId: 'article-1' },
      [['repeat-by-author', 1, 'REPEAT_BY_AUTHOR']],
    ],
    [
      'a short text with a link',
      'See casino-x.com',
      'see casino-x.com!',
      {},
      [['repeat-by-author', 1, 'REPEAT_BY_AUTHOR']],
    ],
    [
      'an emoji under the same article',
      '🔥🔥🔥',
      '🔥🔥🔥',
      { articleId: 'article-1' },
      [['repeat-by-author', 1, 'REPEAT_BY_AUTHOR']],
    ],
    ['another emoji under the same article', '🔥🔥🔥', '👏👏👏', { articleId: 'article-1' }, []],
    ['a text before the window', LONG, LONG, { createdAt: hoursAgo(25) }, []],
    ['the comment itself, edited', LONG, EDITED, { commentId: 'comment-1' }, []],
  ])('%s', (_, body, earlier, parts, found) => {
    expect(check(body, { byAuthor: [recentText(earlier, parts)] })).toEqual(found);
  });

  it('scores an edited copy below the same text, but near it', () => {
    const [[label, score, reason] = []] = check(LONG, { byAuthor: [recentText(EDITED)] });
    expect([label, reason]).toEqual(['repeat-by-author', 'NEAR_REPEAT_BY_AUTHOR']);
    expect(score).toBeGreaterThanOrEqual(0.8);
    expect(score).toBeLessThan(1);
  });

  it('counts the comment itself among the times', () => {
    const byAuthor = [recentText(LONG), recentText(LONG), recentText(EDITED)];
    const [signal] = repeatCheck.run(contextOf(LONG, { recent: { byAuthor } })) as Signal[];
    expect(signal?.details).toEqual({ times: 4, hours: 24 });
  });
});

describe('the repeat check across authors', () => {
  const by = (...authors: (string | null)[]) => ({
    byOthers: authors.map((authorId) => recentText(EDITED, { authorId })),
  });

  it.each<[string, string, Partial<CheckContext['recent']>, number | null]>([
    ['nobody else', LONG, by(), null],
    ['one other', LONG, by('b'), 0.33],
    ['two others', LONG, by('b', 'c'), 0.67],
    ['three others', LONG, by('b', 'c', 'd'), 1],
    ['one other, three times', LONG, by('b', 'b', 'b'), 0.33],
    ['three without a name', LONG, by(null, null, null), 1],
    ['the author, under another query', LONG, by('author-1'), null],
    [
      'others with another text',
      LONG,
      { byOthers: ['b', 'c', 'd'].map((authorId) => recentText(OTHER, { authorId })) },
      null,
    ],
    [
      'others with the same condolence',
      'Rest in peace, dear man.',
      {
        byOthers: ['b', 'c', 'd'].map((authorId) =>
          recentText('Rest in peace, dear man', { authorId }),
        ),
      },
      null,
    ],
    [
      'others with the same short link',
      'Win at casino-x.com',
      {
        byOthers: ['b', 'c', 'd'].map((authorId) =>
          recentText('win at casino-x.com', { authorId }),
        ),
      },
      1,
    ],
  ])('%s', (_, body, recent, score) => {
    const expected =
      score === null ? [] : [['repeat-across-authors', score, 'REPEAT_ACROSS_AUTHORS']];
    expect(check(body, recent)).toEqual(expected);
  });
});
