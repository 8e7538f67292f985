import { describe, expect, it } from 'vitest';
import { depthOf } from './depth.js';
import { announced, freshShown, reacted, refreshed, showable } from './live.js';
import { ownComment, placed, settled, withdrawn } from './own-comments.js';
import { comment, page } from './pages.fixture.js';
import { appended, opened, repliesAppended } from './pages.js';
import { EMPTY_THREAD, repliesLeft, type Thread } from './thread.js';

const own = (id: string, parentId: string | null = null) =>
  ownComment(
    {
      id,
      parentId,
      name: null,
      body: 'mine',
      createdAt: '2026-11-22T12:00:00Z',
      editableUntil: null,
    },
    'pending',
  );
const start = (): Thread =>
  opened(EMPTY_THREAD, page([comment('b', [comment('c', [comment('d')])]), comment('a')]));
const shown = (id: string, parentId: string | null = null) =>
  ({ type: 'comment', id, parentId, shown: true }) as const;

describe('pages', () => {
  it('takes in comments with all their replies', () => {
    const thread = start();
    expect(thread.top).toEqual(['b', 'a']);
    expect(Object.keys(thread.entries).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(thread.entries['b']).toMatchObject({ replies: ['c'], total: 2 });
  });

  it('adds a further page behind, each comment once', () => {
    const thread = appended(start(), page([comment('a'), comment('z')], { next: 'n' }));
    expect(thread.top).toEqual(['b', 'a', 'z']);
    expect(thread.next).toBe('n');
  });

  it('adds further replies, and says how many are left', () => {
    const cut = comment('b', [], { replies: { total: 3, comments: [comment('c')], next: 'n' } });
    const thread = opened(EMPTY_THREAD, page([cut]));
    expect(repliesLeft(thread, thread.entries['b']!)).toBe(2);
    const more = repliesAppended(thread, 'b', page([comment('d'), comment('e')]));
    expect(more.entries['b']).toMatchObject({ replies: ['c', 'd', 'e'], next: null });
    expect(repliesLeft(more, more.entries['b']!)).toBe(0);
  });

  it('keeps what waits for its verdict when the page is read anew', () => {
    const thread = opened(placed(start(), own('mine')), page([comment('z')]));
    expect(thread.top).toEqual(['mine', 'z']);
  });

  it('knows how deep a comment stands, also below one that is shown alone', () => {
    const { entries } = start();
    expect([
      depthOf(entries, 'b', null),
      depthOf(entries, 'd', null),
      depthOf(entries, 'd', 'c'),
    ]).toEqual([0, 2, 1]);
  });
});

describe('own comments', () => {
  it('stand on top, or below their parent', () => {
    expect(placed(start(), own('mine')).top).toEqual(['mine', 'b', 'a']);
    expect(placed(start(), own('mine', 'b')).entries['b']!.replies).toEqual(['c', 'mine']);
  });

  it('are there once, however often they are posted or announced', () => {
    const early = announced(start(), shown('mine'));
    const thread = placed(placed(early, own('mine')), own('mine'));
    expect(thread.top).toEqual(['mine', 'b', 'a']);
    expect(showable(thread)).toEqual([]);
  });

  it('count among the replies once they are published, and not before', () => {
    const waiting = placed(start(), own('mine', 'c'));
    expect(waiting.entries['b']!.total).toBe(2);
    const published = settled(waiting, 'mine', 'published');
    expect([published.entries['c']!.total, published.entries['b']!.total]).toEqual([2, 3]);
    expect(settled(published, 'mine', 'published').entries['b']!.total).toBe(3);
  });

  it('carry the newsroom’s reason when they are rejected', () => {
    const rejection = { title: 'Insulting', text: 'Say it otherwise.' };
    const thread = settled(placed(start(), own('mine')), 'mine', 'rejected', rejection);
    expect(thread.entries['mine']!.comment.own).toMatchObject({ status: 'rejected', rejection });
  });

  it('go when they are deleted', () => {
    expect(withdrawn(placed(start(), own('mine', 'b')), 'mine').entries['b']!.replies).toEqual([
      'c',
    ]);
    expect(withdrawn(start(), 'a').top).toEqual(['b']);
  });
});

describe('what is announced', () => {
  it('waits for the reader: nothing moves', () => {
    const thread = announced(announced(start(), shown('z')), shown('z'));
    expect(thread.top).toEqual(['b', 'a']);
    expect(showable(thread)).toEqual([{ id: 'z', parentId: null }]);
  });

  it('is told of only where its parent is shown', () => {
    const thread = announced(announced(start(), shown('y', 'b')), shown('x', 'elsewhere'));
    expect(showable(thread).map(({ id }) => id)).toEqual(['y']);
  });

  it('is forgotten again when it is hidden before it was shown', () => {
    const thread = announced(announced(start(), shown('z')), { ...shown('z'), shown: false });
    expect(showable(thread)).toEqual([]);
  });

  it('keeps the place of a comment that is hidden, and shows it again', () => {
    const hidden = announced(start(), { ...shown('a'), shown: false });
    expect(hidden.top).toEqual(['b', 'a']);
    expect(hidden.entries['a']!.gone).toBe(true);
    expect(announced(hidden, shown('a')).entries['a']!.gone).toBe(false);
  });

  it('comes in on top and below its parents when it is asked for', () => {
    const thread = announced(announced(start(), shown('z')), shown('y', 'b'));
    const after = freshShown(thread, [
      comment('z'),
      comment('y', [], { parentId: 'b' }),
      comment('q'),
    ]);
    expect(after.top).toEqual(['z', 'b', 'a']);
    expect(after.entries['b']).toMatchObject({ replies: ['c', 'y'], total: 3 });
    expect(after.fresh).toEqual([]);
  });

  it('is found by reading again as well, and what is here is brought up to date', () => {
    const news = page([
      comment('z'),
      comment('b', [], { body: 'edited' }),
      comment('mine', [], { own: { status: 'held', editableUntil: null, rejection: null } }),
    ]);
    const thread = refreshed(start(), news);
    expect(thread.top).toEqual(['b', 'a']);
    expect(thread.entries['b']!.comment.body).toBe('edited');
    expect(showable(thread).map(({ id }) => id)).toEqual(['z']);
  });

  it('tells the count', () => {
    const thread = announced(start(), { type: 'count', article: 'a', count: 7 });
    expect(thread.page!.article.count).toBe(7);
  });
});

describe('reactions', () => {
  it('count once, and are taken back', () => {
    const liked = reacted(reacted(start(), 'a', 'like', true), 'a', 'like', true);
    expect(liked.entries['a']!.comment).toMatchObject({
      reactions: { like: 1 },
      reacted: ['like'],
    });
    expect(reacted(liked, 'a', 'like', false).entries['a']!.comment).toMatchObject({
      reactions: { like: 0 },
      reacted: [],
    });
  });
});
