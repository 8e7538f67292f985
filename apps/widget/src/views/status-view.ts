import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Discussion } from '../discussion.js';
import { type Entry, statusOf } from '../state/thread.js';
import { ask } from './dialogs.js';
import { failureText } from './failure-text.js';

/** Where the reader's own comment stands, and what went wrong with any. */
export function statusView(discussion: Discussion, entry: Entry): TemplateResult {
  const { id } = entry.comment;
  const { failures } = discussion.screen;
  const failure = failures[id] ?? failures[`react-${id}`];
  return html`${entry.comment.own ? ownStatus(discussion, entry) : nothing}
  ${failure ? html`<p class="notice bad" role="alert">${failureText(discussion, failure)}</p>` : nothing}`;
}

function ownStatus(discussion: Discussion, entry: Entry): TemplateResult | typeof nothing {
  const { id, own } = entry.comment;
  const { phrases } = discussion;
  const status = statusOf(entry);
  if (status === 'deleted') return nothing;
  if (status === 'published' && !discussion.screen.marked.has(id)) return nothing;
  const rejection = status === 'rejected' ? own?.rejection : null;
  return html`<div class="notice status ${status}" part="status" data-status=${status}>
    <p>
      <strong>${rejection?.title ?? phrases.text(status)}</strong>
      ${rejection ? html`<span dir="auto">${rejection.text}</span>` : nothing}
    </p>
    ${
      status === 'rejected'
        ? html`<button type="button" class="link" @click=${() => ask(discussion, 'appeal', id)}>
            ${phrases.text('appeal')}
          </button>`
        : nothing
    }
  </div>`;
}
