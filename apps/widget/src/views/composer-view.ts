import { html, nothing, type TemplateResult } from 'lit/html.js';
import { charactersOf, closeComposer, typed } from '../actions/composing.js';
import { submit } from '../actions/posting.js';
import type { Composer, Discussion } from '../discussion.js';
import { failureText } from './failure-text.js';
import { nudgesView } from './nudges.js';

/** From this many characters before the limit on, the counter is shown. */
const NEAR = 200;
/** Browsers that let a field grow by itself need no help. */
const GROWS = CSS.supports('field-sizing', 'content');

/** The field for a new comment, a reply, or another text for one's own comment. */
export function composerView(discussion: Discussion, composer: Composer): TemplateResult {
  const { place, edits, parentId, failure, phase } = composer;
  const { phrases } = discussion;
  const label = edits !== null ? 'editing' : parentId === null ? 'write' : 'writeReply';
  const isNew = place === 'new';
  return html`<form
    class="composer"
    part="composer"
    @submit=${(event: Event) => {
      event.preventDefault();
      void submit(discussion, place);
    }}
  >
    <label class=${isNew ? 'hidden' : 'label'} for="text-${place}"
      >${labelText(discussion, composer, label)}</label
    >
    ${textView(discussion, composer)}
    ${phase === 'nudged' ? nudgesView(discussion, composer, () => submit(discussion, place, { anyway: true })) : nothing}
    ${failure ? html`<p class="notice bad" role="alert">${failureText(discussion, failure, 'failedSend')}</p>` : nothing}
    <div class="row">
      ${edits === null ? whoView(discussion, place) : nothing} ${counterView(discussion, composer)}
      <span class="buttons">
        ${
          isNew
            ? nothing
            : html`<button
                type="button"
                class="quiet"
                @click=${() => closeComposer(discussion, composer)}
              >
                ${phrases.text('cancel')}
              </button>`
        }
        ${phase === 'nudged' ? nothing : postButton(discussion, composer)}
      </span>
    </div>
  </form>`;
}

function labelText(
  { thread, phrases }: Discussion,
  { parentId, edits }: Composer,
  label: 'editing' | 'write' | 'writeReply',
): string {
  const name = thread.entries[parentId ?? '']?.comment.author.name;
  return edits === null && name ? phrases.text('replyTo', { name }) : phrases.text(label);
}

function textView(discussion: Discussion, composer: Composer): TemplateResult {
  const { place, text, phase } = composer;
  const grow = (field: HTMLTextAreaElement): void => {
    if (GROWS) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  };
  return html`<textarea
    id="text-${place}"
    part="field"
    dir="auto"
    rows="3"
    placeholder=${discussion.phrases.text('placeholder')}
    aria-describedby="count-${place}"
    aria-keyshortcuts="Control+Enter Meta+Enter"
    ?readonly=${phase === 'sending' || phase === 'looking'}
    .value=${text}
    @input=${({ target }: InputEvent) => {
      grow(target as HTMLTextAreaElement);
      typed(discussion, composer, (target as HTMLTextAreaElement).value);
    }}
    @keydown=${(event: KeyboardEvent) => {
      // Enter also ends the input of a Chinese word.
      if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void submit(discussion, place);
    }}
  ></textarea>`;
}

/** A name for those whom the site does not know, or the name that it knows. */
function whoView(discussion: Discussion, place: string): TemplateResult | typeof nothing {
  const { name, phrases, thread } = discussion;
  const reader = thread.page?.reader;
  if (reader && !reader.anonymous) {
    if (reader.name === null) return nothing;
    return html`<span class="who" dir="auto"
      >${phrases.text('postingAs', { name: reader.name })}</span
    >`;
  }
  const label = phrases.text('yourName');
  return html`<input
    id="name-${place}"
    class="name"
    part="field"
    dir="auto"
    maxlength="100"
    autocomplete="nickname"
    aria-label=${label}
    placeholder=${label}
    .value=${name}
    @input=${({ target }: InputEvent) => (discussion.name = (target as HTMLInputElement).value)}
  />`;
}

function counterView({ phrases, rules }: Discussion, { place, text }: Composer): TemplateResult {
  const left = rules.maximumCharacters - charactersOf(text);
  const words =
    left > NEAR ? '' : left < 0 ? phrases.count('over', -left) : phrases.count('left', left);
  return html`<span id="count-${place}" class="counter ${left < 0 ? 'over' : ''}">${words}</span>`;
}

function postButton(
  discussion: Discussion,
  { edits, failure, phase, text }: Composer,
): TemplateResult {
  const { now, phrases, rules } = discussion;
  const characters = charactersOf(text);
  const fits = characters > 0 && characters <= rules.maximumCharacters;
  const waits = (failure?.waitUntil ?? 0) > now;
  const idle = edits !== null ? 'save' : failure ? 'retry' : 'post';
  const label = phase === 'sending' ? 'posting' : phase === 'looking' ? 'looking' : idle;
  return html`<button
    class="primary"
    part="button"
    title=${phrases.text('shortcut')}
    ?disabled=${!fits || waits || phase !== 'idle'}
  >
    ${phrases.text(label)}
  </button>`;
}
