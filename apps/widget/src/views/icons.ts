import { svg, type TemplateResult } from 'lit/html.js';
import type { Reaction } from '#contract';

const HAND = svg`<path d="M7 11v9H4v-9zM7 19.5l1.5.5H16a2 2 0 0 0 2-1.6l1.3-6a2 2 0 0 0-2-2.4H13l.7-4A1.7 1.7 0 0 0 12 4L7 11"/>`;

/** Drawn on a field of 24 by 24, in the color of the text. */
export const REACTION_ICONS: Record<Reaction, TemplateResult<2>> = {
  like: HAND,
  dislike: svg`<g transform="rotate(180 12 12)">${HAND}</g>`,
  thanks: svg`<path d="M12 20s-7.5-4.4-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.6-7.5 10-7.5 10z"/>`,
  funny: svg`<circle cx="12" cy="12" r="8.5"/><path d="M8 13.5h8a4 4 0 0 1-8 0zM9 9.5v.01M15 9.5v.01"/>`,
};
