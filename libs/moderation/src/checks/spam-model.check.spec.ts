import { describe, expect, it } from 'vitest';
import type { SpamBehavior } from '#classifier';
import { contextOf, NOW, recentText } from './context.fixture.js';
import { spamModelCheck, type SpamScore } from './spam-model.check.js';

const SILENT: SpamScore = { score: 0.1, spans: [], behavior: [] };

/** The behavior that the check saw in a context. */
function behaviorIn(context: ReturnType<typeof contextOf>): SpamBehavior | undefined {
  let seen: SpamBehavior | undefined;
  const score = (_: string, behavior: SpamBehavior): SpamScore => {
    seen = behavior;
    return SILENT;
  };
  void spamModelCheck({ name: 'model', version: '7', score }).run(context);
  return seen;
}

const AD = 'Subscribe to my channel, new videos every day: https://videos.example/me';

describe('the check that asks a spam model', () => {
  it('tells the model how the author behaves', () => {
    const context = contextOf(AD, {
      author: { published: 1, held: 2, rejected: 3, firstSeenAt: new Date(NOW.getTime() - 5000) },
      rates: { author: { perMinute: 4, perHour: 9 }, address: null },
      recent: {
        byAuthor: [recentText(AD), recentText(AD)],
        byOthers: [recentText(AD, { authorId: 'author-2' })],
      },
    });
    expect(behaviorIn(context)).toEqual({
      authorRate: { perMinute: 4, perHour: 9 },
      addressRate: null,
      authorAgeMs: 5000,
      published: 1,
      held: 2,
      rejected: 3,
      repeatsByAuthor: 2,
      repeatsByOthers: 1,
      links: 1,
    });
  });

  it.each<[string, Parameters<typeof contextOf>[1], Partial<SpamBehavior>]>([
    [
      'links to hosts that the policy allows are not counted',
      { policy: { links: { allow: ['videos.example'] } } },
      { links: 0 },
    ],
    ['a reader without a name has no age', { author: { id: null } }, { authorAgeMs: null }],
    [
      'a clock that was set back makes nobody younger than new',
      { author: { firstSeenAt: new Date(NOW.getTime() + 1) } },
      { authorAgeMs: 0 },
    ],
    ['nobody repeats himself at the first time', {}, { repeatsByAuthor: 0, repeatsByOthers: 0 }],
  ])('%s', (_, parts, expected) => {
    expect(behaviorIn(contextOf(AD, parts))).toMatchObject(expected);
  });

  it('finds spam with the words and the behavior that speak for it', () => {
    const check = spamModelCheck({
      name: 'model',
      version: '7',
      score: () => ({
        score: 0.83,
        spans: [
          { start: 10, end: 23 },
          { start: 0, end: 9 },
        ],
        behavior: ['repeats', 'newcomerLink', 'newcomer', 'speed', 'campaign'],
      }),
    });
    expect(check).toMatchObject({ name: 'spam-model', version: '7' });
    expect(check.run(contextOf(AD))).toEqual([
      {
        label: 'spam',
        score: 0.83,
        spans: [
          { start: 0, end: 9 },
          { start: 10, end: 23 },
        ],
        reason: 'SCORED_SPAM',
        details: {
          scorer: 'model',
          behavior:
            'the same text by the author before, a link from a new author, many comments in a short time',
        },
      },
    ]);
  });

  it('says nothing of behavior where there is nothing to say', () => {
    const check = spamModelCheck({ name: 'model', version: '7', score: () => SILENT });
    expect(check.run(contextOf('Good morning.'))).toMatchObject([{ details: { scorer: 'model' } }]);
    expect(check.run(contextOf('Good morning.'))).not.toHaveProperty('0.details.behavior');
  });
});
