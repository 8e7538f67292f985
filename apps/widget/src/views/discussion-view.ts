import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ThreadSort } from '#contract';
import { showFresh } from '../actions/following.js';
import { backToAll, more, open } from '../actions/reading.js';
import type { Discussion } from '../discussion.js';
import type { Failure } from '../service/failure.js';
import { showable } from '../state/live.js';
import { composerView } from './composer-view.js';
import { dialogsView } from './dialogs.js';
import { failureText } from './failure-text.js';
import { mayWrite } from './may-write.js';
import { threadView } from './thread-view.js';

const SORTS = ['newest', 'oldest', 'best'] as const satisfies readonly ThreadSort[];

/** All of the widget. */
export function discussionView(discussion: Discussion): TemplateResult {
  const { phrases, screen } = discussion;
  return html`<section
    class="root"
    part="root"
    lang=${phrases.locale}
    aria-label=${phrases.text('comments')}
  >
    ${headView(discussion)}
    ${screen.online ? nothing : html`<p class="notice" role="status">${phrases.text('offline')}</p>`}
    ${discussion.thread.page === null ? beforeView(discussion) : insideView(discussion)}
    ${dialogsView(discussion)}
  </section>`;
}

function headView(discussion: Discussion): TemplateResult {
  const { phrases, screen, thread } = discussion;
  const count = thread.page?.article.count ?? 0;
  const option = (sort: ThreadSort): TemplateResult =>
    html`<option value=${sort} ?selected=${sort === screen.sort}>${phrases.text(sort)}</option>`;
  return html`<header class="head">
    <h2 part="heading">${count > 0 ? phrases.count('count', count) : phrases.text('comments')}</h2>
    ${
      thread.top.length > 1 && screen.focus === null
        ? html`<label class="sort"
            >${phrases.text('sort')}
            <select
              part="field"
              @change=${({ target }: Event) => open(discussion, (target as HTMLSelectElement).value as ThreadSort)}
            >
              ${SORTS.map(option)}
            </select></label
          >`
        : nothing
    }
  </header>`;
}

/** Nothing was read yet. */
function beforeView(discussion: Discussion): TemplateResult {
  const { phrases, screen } = discussion;
  if (screen.failure !== null) return failedView(discussion, screen.failure);
  return html`<div class="loading" role="status">
    <span class="hidden">${phrases.text('loading')}</span><i></i><i></i><i></i>
  </div>`;
}

function failedView(discussion: Discussion, failure: Failure): TemplateResult {
  const { now, phrases } = discussion;
  const waits = (failure.waitUntil ?? 0) > now;
  return html`<div class="notice bad" role="alert">
    <p>${failureText(discussion, failure, 'failedLoad')}</p>
    <button type="button" class="quiet" ?disabled=${waits} @click=${() => open(discussion)}>
      ${phrases.text('retry')}
    </button>
  </div>`;
}

function insideView(discussion: Discussion): TemplateResult {
  const { phrases, screen, thread } = discussion;
  const composer = screen.composers['new'];
  const alone = screen.focus;
  return html`
    ${screen.failure ? failedView(discussion, screen.failure) : nothing}
    ${
      alone !== null
        ? html`<button type="button" class="link back" @click=${() => backToAll(discussion)}>
            <span aria-hidden="true">← </span>${phrases.text('backToAll')}
          </button>`
        : nothing
    }
    ${alone === null && mayWrite(discussion) && composer ? composerView(discussion, composer) : nothing}
    ${mayWrite(discussion) ? nothing : closedView(discussion)} ${freshView(discussion)}
    ${alone !== null ? threadView(discussion, [alone]) : listView(discussion)}
    ${alone === null && thread.next !== null ? moreView(discussion) : nothing}
  `;
}

function closedView({ phrases, thread }: Discussion): TemplateResult {
  if (thread.page?.article.closed)
    return html`<p class="notice" part="closed">${phrases.text('closed')}</p>`;
  return html`<div class="notice" part="sign-in">
    <slot name="sign-in">${phrases.text('signIn')}</slot>
  </div>`;
}

function freshView(discussion: Discussion): TemplateResult | typeof nothing {
  const count = showable(discussion.thread).length;
  if (count === 0) return nothing;
  return html`<div class="fresh">
    <button
      type="button"
      part="fresh"
      ?disabled=${discussion.screen.busy.has('fresh')}
      @click=${() => showFresh(discussion)}
    >
      ${discussion.phrases.count('fresh', count)}
    </button>
  </div>`;
}

function listView(discussion: Discussion): TemplateResult | HTMLElement | typeof nothing {
  const { phrases, thread } = discussion;
  if (thread.top.length > 0) return threadView(discussion, thread.top);
  return html`<div class="empty" part="empty">
    <p>${phrases.text('empty')}</p>
    ${mayWrite(discussion) ? html`<p class="small">${phrases.text('emptyHint')}</p>` : nothing}
  </div>`;
}

function moreView(discussion: Discussion): TemplateResult {
  const { phrases, screen } = discussion;
  const { top: failure } = screen.failures;
  return html`${failure ? html`<p class="notice bad" role="alert">${failureText(discussion, failure, 'failedLoad')}</p>` : nothing}
    <button
      type="button"
      class="wide"
      part="more"
      ?disabled=${screen.busy.has('top')}
      @click=${() => more(discussion)}
    >
      ${phrases.text('loadMore')}
    </button>`;
}
