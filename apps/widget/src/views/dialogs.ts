import { nothing, type TemplateResult } from 'lit/html.js';
import type * as Dialogs from '../dialogs/dialog-view.js';
import type { Dialog, Discussion } from '../discussion.js';
import { LENT } from '../lent.js';
import { addStyles } from '../styles/styles.js';

let dialogs: typeof Dialogs | undefined;

/** Asks before something is done. Few readers ever report or appeal, so the dialogs are loaded for those who do. */
export function ask(discussion: Discussion, kind: Dialog['kind'], id: string): Promise<void> {
  return discussion.attempt(id, async () => {
    if (dialogs === undefined) {
      dialogs = await import('../dialogs/dialog-view.js');
      addStyles(dialogs.STYLE);
    }
    discussion.show({ dialog: { kind, id, phase: 'asking', failure: null } });
  });
}

export function dialogsView(discussion: Discussion): TemplateResult | typeof nothing {
  const { dialog } = discussion.screen;
  return dialogs && dialog ? dialogs.dialogView(LENT, discussion, dialog) : nothing;
}
