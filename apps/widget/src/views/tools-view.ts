import { html, nothing, type TemplateResult } from 'lit/html.js';
import { openComposer, openEditor } from '../actions/composing.js';
import type { Discussion } from '../discussion.js';
import { type Entry, statusOf } from '../state/thread.js';
import type { TextKey } from '../strings/phrases.js';
import { countdown } from '../strings/time.js';
import { ask } from './dialogs.js';
import { mayWrite } from './may-write.js';
import { reactionsView } from './reactions-view.js';

/** What the reader can do with a comment. */
export function toolsView(discussion: Discussion, entry: Entry): TemplateResult {
  const { id, author, own } = entry.comment;
  const { phrases } = discussion;
  const shown = statusOf(entry) === 'published';
  const by = author.name ?? phrases.text('anonymous');
  const tool = (key: TextKey, act: () => unknown): TemplateResult =>
    html`<button
      type="button"
      class="tool"
      part="tool"
      aria-label="${phrases.text(key)}: ${by}"
      @click=${act}
    >
      ${phrases.text(key)}
    </button>`;
  return html`<div class="tools">
    ${shown ? reactionsView(discussion, entry) : nothing}
    ${shown && mayWrite(discussion) ? tool('reply', () => openComposer(discussion, id)) : nothing}
    ${own ? editTool(discussion, entry) : nothing}
    ${own ? tool('remove', () => ask(discussion, 'remove', id)) : nothing}
    ${own ? nothing : tool('report', () => ask(discussion, 'report', id))}
  </div>`;
}

/** While there is time; a comment that was rejected is not mended but appealed. */
function editTool(
  discussion: Discussion,
  { comment: { id, own } }: Entry,
): TemplateResult | typeof nothing {
  const { now, phrases } = discussion;
  const left = own?.editableUntil == null ? 0 : Date.parse(own.editableUntil) - now;
  if (left <= 0 || own?.status === 'rejected') return nothing;
  // The time is no part of the name: it would be another button every second.
  return html`<button
    type="button"
    class="tool"
    part="tool"
    aria-label=${phrases.text('edit')}
    @click=${() => openEditor(discussion, id)}
  >
    ${phrases.text('editFor', { time: countdown(left) })}
  </button>`;
}
