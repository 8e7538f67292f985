import type { CommentStatus } from '#contract';
import type { Discussion } from '../discussion.js';
import { settled } from '../state/own-comments.js';
import { statusOf } from '../state/thread.js';

/** How often the service is asked to wait for a verdict, at most, and the pause after an error. */
const TRIES = 30;
const PAUSE_MS = 3000;
/** Who is asked about already, in each discussion. */
const watched = new WeakMap<Discussion, Set<string>>();

/** Asks for the verdict of a comment of the reader's until it is there. */
export function watchVerdict(discussion: Discussion, id: string): void {
  const ids = watched.get(discussion) ?? new Set();
  watched.set(discussion, ids);
  if (ids.has(id)) return;
  ids.add(id);
  void watch(discussion, id).finally(() => ids.delete(id));
}

async function watch(discussion: Discussion, id: string): Promise<void> {
  for (let tries = 0; tries < TRIES && isPending(discussion, id); tries += 1) {
    const status = await look(discussion, id);
    if (status === null) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    else if (status !== 'pending') await settle(discussion, id, status);
  }
}

async function look(
  { authorships, service }: Discussion,
  id: string,
): Promise<CommentStatus | null> {
  try {
    return (await service.verdict(id, authorships.token(id))).status;
  } catch {
    // Offline, or the service restarts: the next look will tell.
    return null;
  }
}

function isPending({ closed, thread }: Discussion, id: string): boolean {
  const entry = thread.entries[id];
  return !closed && entry !== undefined && statusOf(entry) === 'pending';
}

/** What became of a comment that a moderator still had to look at. */
export async function lookAgain(discussion: Discussion): Promise<void> {
  const held = Object.values(discussion.thread.entries).filter(
    (entry) => statusOf(entry) === 'held',
  );
  for (const { comment } of held) {
    const status = await look(discussion, comment.id);
    if (status !== null && status !== 'held') await settle(discussion, comment.id, status);
  }
}

/** Shows and tells where a comment of the reader's stands now. */
export async function settle(
  discussion: Discussion,
  id: string,
  status: CommentStatus,
): Promise<void> {
  const { host, phrases } = discussion;
  const rejection = status === 'rejected' ? await rejectionOf(discussion, id) : null;
  discussion.change((thread) => settled(thread, id, status, rejection));
  discussion.mark(id);
  host.emit('status', { id, status });
  if (status === 'deleted' || status === 'pending') return;
  host.say(rejection?.title ?? phrases.text(status));
}

/** The newsroom's words are on the page of a reader whom the service knows. */
async function rejectionOf(
  { article, service, thread }: Discussion,
  id: string,
): Promise<{ title: string; text: string } | null> {
  const parent = thread.entries[id]?.comment.parentId;
  try {
    const query = { sort: 'newest' as const, ...(parent != null && { parent }) };
    const { comments } = await service.read(article.id, query);
    return comments.find((comment) => comment.id === id)?.own?.rejection ?? null;
  } catch {
    return null;
  }
}
