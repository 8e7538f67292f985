import type { Dialog, Discussion } from '../discussion.js';
import type { Lent } from '../lent.js';

/** What the reader answered to a question. */
export interface Answer {
  reason: string;
  text: string;
}

/** Closes the question and gives the keyboard back to the comment. */
export function dismiss(discussion: Discussion): void {
  const { dialog } = discussion.screen;
  discussion.show({ dialog: null });
  if (dialog) discussion.host.focus(`c-${dialog.id}`);
}

/** Does what was asked about: reports, deletes or appeals. */
export async function answer(lent: Lent, discussion: Discussion, given: Answer): Promise<void> {
  const { dialog } = discussion.screen;
  if (dialog?.phase !== 'asking') return;
  discussion.show({ dialog: { ...dialog, phase: 'sending', failure: null } });
  try {
    await ACTIONS[dialog.kind](lent, discussion, dialog.id, given);
    if (dialog.kind === 'remove') dismiss(discussion);
    else discussion.show({ dialog: { ...dialog, phase: 'done' } });
  } catch (error) {
    const failure = lent.asFailure(error);
    discussion.show({ dialog: { ...dialog, phase: 'asking', failure } });
    discussion.host.emit('error', { code: failure.code });
  }
}

const ACTIONS: Record<
  Dialog['kind'],
  (lent: Lent, discussion: Discussion, id: string, given: Answer) => Promise<void>
> = {
  async report(_, { host, service }, id, { reason, text }) {
    await service.report(id, reason, text);
    host.emit('reported', { id, reason });
  },
  async appeal(_, { authorships, host, service }, id, { text }) {
    await service.appeal(id, text, authorships.token(id));
    host.emit('appealed', { id });
  },
  async remove({ withdrawn }, discussion, id) {
    const { authorships, host, service } = discussion;
    await service.remove(id, authorships.token(id));
    authorships.remove(id);
    discussion.change((thread) => withdrawn(thread, id));
    host.emit('deleted', { id });
  },
};
