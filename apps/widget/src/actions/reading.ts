import type { ThreadPage, ThreadSort } from '#contract';
import { asFailure, type Discussion } from '../discussion.js';
import { appended, opened, repliesAppended } from '../state/pages.js';
import { openComposer } from './composing.js';
import { restoreOwn } from './restoring.js';

/** Reads the first page and shows it in the place of all that was there. */
export async function open(discussion: Discussion, sort = discussion.screen.sort): Promise<void> {
  const first = discussion.thread.page === null;
  discussion.show({ sort, focus: null, failure: null, ...(first && { phase: 'loading' }) });
  try {
    const page = await readPage(discussion, {});
    discussion.change((thread) => opened(thread, page));
    discussion.show({ phase: 'ready', failures: {} });
    if (discussion.screen.composers['new'] === undefined) openComposer(discussion, null);
    if (first) discussion.host.emit('ready', { count: page.article.count });
    await restoreOwn(discussion);
  } catch (error) {
    const failure = asFailure(error);
    discussion.show({ phase: 'failed', failure });
    discussion.host.emit('error', { code: failure.code });
  }
}

/** The next top comments. */
export function more(discussion: Discussion): Promise<void> {
  return discussion.attempt('top', async () => {
    const page = await readPage(discussion, { cursor: discussion.thread.next });
    discussion.change((thread) => appended(thread, page));
    discussion.host.focus(`c-${page.comments[0]?.id ?? ''}`);
  });
}

/** The next replies to a comment. */
export function moreReplies(discussion: Discussion, id: string): Promise<void> {
  return discussion.attempt(id, async () => {
    const cursor = discussion.thread.entries[id]?.next ?? null;
    const page = await readPage(discussion, { parent: id, cursor });
    discussion.change((thread) => repliesAppended(thread, id, page));
    discussion.host.focus(`c-${page.comments[0]?.id ?? ''}`);
  });
}

/** Shows one comment and what is below it, where threads are too deep to be shown among others. */
export async function continueThread(discussion: Discussion, id: string): Promise<void> {
  const { [id]: entry } = discussion.thread.entries;
  if (entry?.replies.length === 0) await moreReplies(discussion, id);
  discussion.show({ focus: id });
  discussion.host.focus(`c-${id}`);
}

/** From there back to all comments. */
export function backToAll(discussion: Discussion): void {
  const { focus } = discussion.screen;
  discussion.show({ focus: null });
  discussion.host.focus(`c-${focus ?? ''}`);
}

export function readPage(
  { article, service, screen }: Discussion,
  query: { cursor?: string | null; parent?: string; limit?: number; sort?: ThreadSort },
): Promise<ThreadPage> {
  return service.read(article.id, { sort: screen.sort, ...query });
}
