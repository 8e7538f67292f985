import type { Reaction } from '#contract';
import type { Discussion } from '../discussion.js';
import { reacted } from '../state/live.js';

/** Nobody likes and dislikes the same comment. */
const OPPOSITES: Partial<Record<Reaction, Reaction>> = { like: 'dislike', dislike: 'like' };

/** Gives or takes back a reaction; it is shown at once, and undone if the service refuses it. */
export async function react(discussion: Discussion, id: string, kind: Reaction): Promise<void> {
  const { reacted: before = [] } = discussion.thread.entries[id]?.comment ?? {};
  const on = !before.includes(kind);
  const opposite = OPPOSITES[kind];
  await discussion.attempt(`react-${id}`, async () => {
    if (on && opposite && before.includes(opposite)) await toggle(discussion, id, opposite, false);
    await toggle(discussion, id, kind, on);
    discussion.host.emit('reacted', { id, kind, on });
  });
}

async function toggle(
  discussion: Discussion,
  id: string,
  kind: Reaction,
  on: boolean,
): Promise<void> {
  discussion.change((thread) => reacted(thread, id, kind, on));
  try {
    await discussion.service.react(id, kind, on);
  } catch (error) {
    discussion.change((thread) => reacted(thread, id, kind, !on));
    throw error;
  }
}
