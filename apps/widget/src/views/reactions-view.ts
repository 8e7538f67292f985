import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Reaction } from '#contract';
import { react } from '../actions/reacting.js';
import type { Discussion } from '../discussion.js';
import type { Entry } from '../state/thread.js';
import { REACTION_ICONS } from './icons.js';

/** One button for each reaction that the page's rules allow. */
export function reactionsView(
  discussion: Discussion,
  entry: Entry,
): TemplateResult | typeof nothing {
  const { rules } = discussion;
  if (rules.reactions.length === 0) return nothing;
  const buttons = rules.reactions.map((kind) => reactionView(discussion, entry, kind));
  return html`<span class="reactions" part="reactions">${buttons}</span>`;
}

function reactionView(
  discussion: Discussion,
  { comment: { id, reacted = [], reactions } }: Entry,
  kind: Reaction,
): TemplateResult {
  const label = discussion.phrases.text(kind);
  const count = reactions[kind] ?? 0;
  return html`<button
    type="button"
    class="reaction"
    aria-label=${count > 0 ? `${label}, ${count}` : label}
    title=${label}
    aria-pressed=${reacted.includes(kind)}
    @click=${() => react(discussion, id, kind)}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">${REACTION_ICONS[kind]}</svg>${count || nothing}
  </button>`;
}
