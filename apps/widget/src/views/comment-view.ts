import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Discussion } from '../discussion.js';
import { type Entry, statusOf } from '../state/thread.js';
import { fullTime, relativeTime } from '../strings/time.js';
import { composerView } from './composer-view.js';
import { statusView } from './status-view.js';
import { toolsView } from './tools-view.js';

/** A text longer than this, or of more lines, is shown whole on request. */
const LONG_CHARACTERS = 1200;
const LONG_LINES = 16;

/** One comment without its replies. */
export function commentView(discussion: Discussion, entry: Entry): TemplateResult {
  const { comment, gone = false } = entry;
  const { id, own } = comment;
  const { composers, marked } = discussion.screen;
  const editor = composers[`edit-${id}`];
  const reply = composers[`reply-${id}`];
  const mark = marked.has(id) ? 'marked' : '';
  return html`<article
      id="c-${id}"
      class="comment ${mark} ${own ? statusOf(entry) : ''}"
      part="comment ${own ? 'own' : ''}"
      tabindex="-1"
      aria-labelledby="by-${id}"
    >
      ${bylineView(discussion, entry)}
      ${
        gone
          ? html`<p class="gone">${discussion.phrases.text('gone')}</p>`
          : html`${editor ? composerView(discussion, editor) : bodyView(discussion, entry)}
            ${statusView(discussion, entry)} ${editor ? nothing : toolsView(discussion, entry)}`
      }
    </article>
    ${reply ? composerView(discussion, reply) : nothing}`;
}

function bylineView(
  { now, phrases }: Discussion,
  { comment: { id, author, createdAt, editedAt, featured, own, pinned } }: Entry,
): TemplateResult {
  const { locale } = phrases;
  const badge = (text: string, kind: string): TemplateResult =>
    html`<span class="badge ${kind}" part="badge">${text}</span>`;
  return html`<header class="byline" id="by-${id}">
    <span class="author" part="author" dir="auto">${author.name ?? phrases.text('anonymous')}</span>
    ${author.badge ? badge(phrases.text(author.badge), author.badge) : nothing}
    ${own ? badge(phrases.text('you'), 'you') : nothing}
    <span class="when"
      ><time datetime=${createdAt} title=${fullTime(createdAt, locale)}
        >${relativeTime(createdAt, now, locale)}</time
      >
      ${
        editedAt
          ? html` ·
              <span title=${phrases.text('editedAt', { time: fullTime(editedAt, locale) })}
                >${phrases.text('edited')}</span
              >`
          : nothing
      }</span
    >
    ${pinned ? badge(phrases.text('pinned'), 'pinned') : nothing}
    ${featured ? badge(phrases.text('featured'), 'featured') : nothing}
  </header>`;
}

function bodyView(discussion: Discussion, { comment: { id, body } }: Entry): TemplateResult {
  const { phrases, screen } = discussion;
  const long = body.length > LONG_CHARACTERS || body.split('\n').length > LONG_LINES;
  const whole = screen.expanded.has(id);
  const toggle = (): void => {
    const others = [...screen.expanded].filter((other) => other !== id);
    discussion.show({ expanded: new Set(whole ? others : [...others, id]) });
  };
  // As a property, so that no blank of the template gets into the text.
  return html`<div
      class="body ${long && !whole ? 'clamped' : ''}"
      part="body"
      dir="auto"
      .textContent=${body}
    ></div>
    ${
      long
        ? html`<button type="button" class="link" aria-expanded=${whole} @click=${toggle}>
            ${phrases.text(whole ? 'showLess' : 'showAll')}
          </button>`
        : nothing
    }`;
}
