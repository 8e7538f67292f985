import type { TemplateResult } from 'lit/html.js';
import type { Dialog, Discussion } from '../discussion.js';
import type { TextKey } from '../strings/phrases.js';
import type { Lent } from '../lent.js';
import { answer, dismiss } from './answering.js';
import style from './dialog.css?inline';

export const STYLE = style;

/** As the service knows them. */
const REASONS = ['abuse', 'hate', 'spam', 'off-topic', 'private', 'other'] as const;

const WORDS: Record<
  Dialog['kind'],
  { title: TextKey; hint: TextKey; act: TextKey; done: TextKey }
> = {
  report: { title: 'reportTitle', hint: 'reportHint', act: 'send', done: 'reported' },
  appeal: { title: 'appealTitle', hint: 'appealHint', act: 'send', done: 'appealed' },
  remove: { title: 'removeQuestion', hint: 'removeHint', act: 'remove', done: 'gone' },
};

/** A question before the page: the browser's own dialog keeps the keyboard inside. */
export function dialogView(lent: Lent, discussion: Discussion, dialog: Dialog): TemplateResult {
  const { html } = lent;
  const { phrases } = discussion;
  const words = WORDS[dialog.kind];
  return html`<dialog
    part="dialog"
    aria-labelledby="dialog-title"
    @close=${() => dismiss(discussion)}
    @click=${({ target, currentTarget }: Event) => {
      // A click on the backdrop is one on the dialog itself.
      if (target === currentTarget) dismiss(discussion);
    }}
  >
    <form method="dialog" @submit=${(event: SubmitEvent) => submitted(lent, discussion, event)}>
      <h3 id="dialog-title">${phrases.text(words.title)}</h3>
      ${
        dialog.phase === 'done'
          ? html`<p role="status">${phrases.text(words.done)}</p>`
          : questionView(lent, discussion, dialog)
      }
      <div class="buttons">${buttonsView(lent, discussion, dialog)}</div>
    </form>
  </dialog>`;
}

function submitted(lent: Lent, discussion: Discussion, event: SubmitEvent): void {
  event.preventDefault();
  const fields = new FormData(event.target as HTMLFormElement);
  const field = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  void answer(lent, discussion, { reason: field('reason'), text: field('text') });
}

function questionView(
  { html, nothing, failureText }: Lent,
  discussion: Discussion,
  { failure, kind }: Dialog,
): TemplateResult {
  const { phrases } = discussion;
  const reason = (value: (typeof REASONS)[number]): TemplateResult =>
    html`<label class="choice"
      ><input type="radio" name="reason" value=${value} required /> ${phrases.text(value)}</label
    >`;
  const label = kind === 'report' ? 'reportDetail' : 'appealHint';
  return html`
    ${kind === 'appeal' ? nothing : html`<p>${phrases.text(WORDS[kind].hint)}</p>`}
    ${kind === 'report' ? html`<fieldset>${REASONS.map(reason)}</fieldset>` : nothing}
    ${
      kind === 'remove'
        ? nothing
        : html`<label class="label"
            >${phrases.text(label)}
            <textarea
              name="text"
              part="field"
              rows="3"
              dir="auto"
              maxlength="1000"
              ?required=${kind === 'appeal'}
            ></textarea>
          </label>`
    }
    ${failure ? html`<p class="notice bad" role="alert">${failureText(discussion, failure)}</p>` : nothing}
  `;
}

function buttonsView(
  { html }: Lent,
  discussion: Discussion,
  { failure, kind, phase }: Dialog,
): TemplateResult {
  const { now, phrases } = discussion;
  const close = (key: TextKey): TemplateResult =>
    html`<button type="button" class="quiet" @click=${() => dismiss(discussion)}>
      ${phrases.text(key)}
    </button>`;
  if (phase === 'done') return close('close');
  const blocked = phase === 'sending' || (failure?.waitUntil ?? 0) > now;
  return html`${close('cancel')}
    <button class="primary ${kind === 'remove' ? 'danger' : ''}" part="button" ?disabled=${blocked}>
      ${phrases.text(WORDS[kind].act)}
    </button>`;
}
