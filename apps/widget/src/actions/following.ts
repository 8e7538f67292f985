import type { ArticleEvent, ThreadComment } from '#contract';
import type { Discussion } from '../discussion.js';
import { announced, freshShown, refreshed, showable } from '../state/live.js';
import { withComment } from '../state/thread.js';
import { readPage } from './reading.js';
import { settle } from './verdicts.js';

/** An event of the article's stream. */
export function take(discussion: Discussion, event: ArticleEvent): void {
  const before = showable(discussion.thread).length;
  discussion.change((thread) => announced(thread, event));
  if (event.type === 'count') discussion.host.emit('count', { count: event.count });
  if (event.type === 'comment' && event.shown) void update(discussion, event.id);
  tellFresh(discussion, before);
}

/** Brings up to date what is here, where events may have been missed. */
export async function catchUp(discussion: Discussion): Promise<void> {
  if (discussion.screen.phase !== 'ready') return;
  const before = showable(discussion.thread).length;
  try {
    const page = await readPage(discussion, {});
    discussion.change((thread) => refreshed(thread, page));
    tellFresh(discussion, before);
  } catch {
    // The next event or look makes up for it.
  }
}

/** A comment that is here was published or changed. */
async function update(discussion: Discussion, id: string): Promise<void> {
  const entry = discussion.thread.entries[id];
  if (entry === undefined) return;
  const { own } = entry.comment;
  if (own !== undefined && own.status !== 'published') await settle(discussion, id, 'published');
  const { authorships, service } = discussion;
  const { body, editedAt, revision } = await service.find(id, authorships.token(id));
  if (body !== null)
    discussion.change((thread) => withComment(thread, id, { body, editedAt, revision }));
}

/** Shows what was announced, and goes there. */
export function showFresh(discussion: Discussion): Promise<void> {
  return discussion.attempt('fresh', async () => {
    const fresh = showable(discussion.thread);
    const parents = new Set(fresh.map(({ parentId }) => parentId));
    const comments: ThreadComment[] = [];
    for (const parent of parents) {
      const query = parent === null ? {} : { parent };
      const page = await readPage(discussion, { sort: 'newest', ...query });
      comments.push(...page.comments);
    }
    discussion.change((thread) => freshShown(thread, comments));
    // Those that are no longer there were hidden in between.
    discussion.change((thread) => ({ ...thread, fresh: [] }));
    const marked = fresh.map(({ id }) => id).filter((id) => discussion.thread.entries[id]);
    discussion.mark(...marked);
    discussion.host.focus(`c-${marked[0] ?? ''}`);
  });
}

function tellFresh({ host, phrases, thread }: Discussion, before: number): void {
  const now = showable(thread).length;
  if (now > before) host.say(phrases.count('fresh', now));
}
