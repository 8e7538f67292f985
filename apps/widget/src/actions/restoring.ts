import type { CommentView } from '#contract';
import type { Discussion } from '../discussion.js';
import { ownComment, placed } from '../state/own-comments.js';
import { statusOf, withComment } from '../state/thread.js';
import { watchVerdict } from './verdicts.js';

/** How many of the reader's own comments are asked for one by one. */
const MOST = 10;

/**
 * Shows the reader what is theirs: the page itself has it where the service knows the reader; else
 * this browser remembers what it posted. Those without a verdict are watched from here on.
 */
export async function restoreOwn(discussion: Discussion): Promise<void> {
  const { article, authorships, thread } = discussion;
  for (const entry of Object.values(thread.entries)) {
    if (statusOf(entry) === 'pending') watchVerdict(discussion, entry.comment.id);
  }
  const remembered = authorships.of(article.id, MOST);
  const unknown = remembered.filter(({ id }) => thread.entries[id]?.comment.own === undefined);
  await Promise.allSettled(unknown.map(({ id, token }) => restore(discussion, id, token)));
}

async function restore(discussion: Discussion, id: string, token: string): Promise<void> {
  const { authorships, service } = discussion;
  const view = await service.find(id, token);
  if (view.status === 'deleted') {
    authorships.remove(id);
    return;
  }
  const own = {
    status: view.status,
    editableUntil: editableUntil(discussion, view),
    rejection: null,
  };
  const isHere = discussion.thread.entries[id] !== undefined;
  if (isHere) discussion.change((thread) => withComment(thread, id, { own }));
  else if (view.status !== 'published' && view.body !== null) show(discussion, view, view.body);
  if (view.status === 'pending') watchVerdict(discussion, id);
}

function show(discussion: Discussion, view: CommentView, body: string): void {
  const written = {
    ...view,
    body,
    name: view.authorName,
    editableUntil: editableUntil(discussion, view),
  };
  const comment = { ...ownComment(written, view.status), editedAt: view.editedAt };
  discussion.change((thread) => placed(thread, comment));
}

/** Until when it can be changed, by the rule of the page. */
export function editableUntil(
  { rules }: Discussion,
  { createdAt }: { createdAt: string },
): string | null {
  const seconds = rules.editWindowSeconds;
  return seconds > 0 ? new Date(Date.parse(createdAt) + seconds * 1000).toISOString() : null;
}
