import { nothing, type TemplateResult } from 'lit/html.js';
import type { CommentPreview } from '#contract';
import type { Composer, Discussion } from '../discussion.js';
import { LENT } from '../lent.js';
import type * as Nudge from '../nudge/nudge-view.js';

let nudge: typeof Nudge | undefined;

/** Loads what hints are made with: only pages whose rules ask for hints need it. */
export async function loadNudge(): Promise<void> {
  nudge ??= await import('../nudge/nudge-view.js');
}

/** The hint in one sentence. */
export function nudgeSentence(discussion: Discussion, preview: CommentPreview): string {
  return nudge?.nudgeText(discussion.phrases, preview) ?? '';
}

/** The hint in the place of the button. @param anyway posts it all the same. */
export function nudgesView(
  discussion: Discussion,
  composer: Composer,
  anyway: () => unknown,
): TemplateResult | typeof nothing {
  const { preview } = composer;
  if (nudge === undefined || preview === null) return nothing;
  return nudge.nudgeView(LENT, discussion, { ...composer, preview }, anyway);
}
