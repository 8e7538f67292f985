import { html, nothing, type TemplateResult } from 'lit/html.js';
import { asSent, editAgain } from '../actions/composing.js';
import { submit } from '../actions/posting.js';
import type { Composer, Discussion } from '../discussion.js';
import { markedText } from '../state/marked-text.js';
import { nudgeText } from '../strings/nudge-text.js';

/** What the checks may object to, before it is posted; the reader decides. */
export function nudgeView(
  discussion: Discussion,
  composer: Composer,
): TemplateResult | typeof nothing {
  const { place, preview, text } = composer;
  const { phrases } = discussion;
  if (preview === null) return nothing;
  const pieces = markedText(asSent(text), preview.spans);
  const quote = pieces.map((piece) =>
    piece.marked ? html`<mark>${piece.text}</mark>` : piece.text,
  );
  return html`<div class="notice nudge" part="nudge" id="nudge-${place}" tabindex="-1">
    <p><strong>${nudgeText(phrases, preview)}</strong></p>
    ${
      pieces.length > 0
        ? html`<p class="small">${phrases.text('nudgeMarked')}</p>
            <blockquote dir="auto">${quote}</blockquote>`
        : nothing
    }
    <div class="buttons">
      <button
        type="button"
        class="quiet"
        @click=${() => submit(discussion, place, { anyway: true })}
      >
        ${phrases.text('nudgePost')}
      </button>
      <button
        type="button"
        class="primary"
        part="button"
        @click=${() => editAgain(discussion, composer)}
      >
        ${phrases.text('nudgeEdit')}
      </button>
    </div>
  </div>`;
}
