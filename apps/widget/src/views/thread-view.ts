import { html, nothing, type TemplateResult } from 'lit/html.js';
import { COUNTED_REPLIES } from '#contract';
import { continueThread, moreReplies } from '../actions/reading.js';
import type { Discussion } from '../discussion.js';
import { DEEPEST } from '../state/depth.js';
import { type Entry, repliesLeft } from '../state/thread.js';
import { commentView } from './comment-view.js';
import { keyedList } from './keyed-list.js';

/**
 * Comments of one level with their replies.
 * @param below the comment that they reply to; none for those on top.
 */
export function threadView(
  discussion: Discussion,
  ids: readonly string[],
  depth = 0,
  below = '',
): HTMLElement | typeof nothing {
  const entries = ids
    .map((id) => discussion.thread.entries[id])
    .filter((entry) => entry !== undefined);
  if (entries.length === 0) return nothing;
  const item = (entry: Entry): TemplateResult =>
    html`${commentView(discussion, entry)} ${repliesView(discussion, entry, depth)}`;
  const items = entries.map((entry) => [entry.comment.id, item(entry)] as const);
  const list = keyedList(discussion, below, items);
  list.className = depth === 0 ? 'threads' : 'replies';
  list.role = 'list';
  list.part.value = 'thread';
  return list;
}

function repliesView(
  discussion: Discussion,
  entry: Entry,
  depth: number,
): TemplateResult | typeof nothing {
  const { id } = entry.comment;
  if (entry.gone) return nothing;
  if (depth >= DEEPEST) return continueView(discussion, entry);
  const left = repliesLeft(discussion.thread, entry);
  // What is left may stand deeper, below the replies: then there is a button there.
  const more = entry.next !== null || (left > 0 && entry.replies.length === 0);
  return html`${threadView(discussion, entry.replies, depth + 1, id)}
  ${more ? moreView(discussion, id, entry.total < COUNTED_REPLIES ? left : 0) : nothing}`;
}

function moreView(discussion: Discussion, id: string, left: number): TemplateResult {
  const { phrases, screen } = discussion;
  return html`<button
    type="button"
    class="link more"
    ?disabled=${screen.busy.has(id)}
    @click=${() => moreReplies(discussion, id)}
  >
    ${left > 0 ? phrases.count('moreReplies', left) : phrases.text('anyMoreReplies')}
  </button>`;
}

function continueView(
  discussion: Discussion,
  { comment: { id }, replies, total }: Entry,
): TemplateResult | typeof nothing {
  const count = Math.max(total, replies.length);
  if (count === 0) return nothing;
  return html`<button
    type="button"
    class="link more"
    ?disabled=${discussion.screen.busy.has(id)}
    @click=${() => continueThread(discussion, id)}
  >
    ${discussion.phrases.count('continueThread', count)}
  </button>`;
}
