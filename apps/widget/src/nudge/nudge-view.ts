import type { TemplateResult } from 'lit/html.js';
import type { CommentPreview } from '#contract';
import type { Composer, Discussion } from '../discussion.js';
import type { Lent } from '../lent.js';
import { markedText } from './marked-text.js';
import { nudgeText } from './nudge-text.js';

export { nudgeText };

/** What the checks may object to, before it is posted; the reader decides. */
export function nudgeView(
  { html, nothing, asSent, editAgain }: Lent,
  discussion: Discussion,
  composer: Composer & { preview: CommentPreview },
  anyway: () => unknown,
): TemplateResult {
  const { place, preview, text } = composer;
  const { phrases } = discussion;
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
      <button type="button" class="quiet" @click=${anyway}>${phrases.text('nudgePost')}</button>
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
