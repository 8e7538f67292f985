import { css } from './sheet.js';

/** The order of things on the page. */
export const LAYOUT = css`
  h2,
  h3,
  p,
  ol,
  fieldset,
  blockquote {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ol {
    list-style: none;
  }
  .small,
  .counter,
  .who,
  .sort,
  .tools,
  .when {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
    margin-bottom: 1em;
  }
  h2 {
    font: var(--moderato-heading-font, inherit);
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
  }
  .sort {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .sort select {
    min-height: 2.4em;
    padding: 0.25em 0.4em;
    color: var(--_text);
  }
  .composer {
    margin-bottom: var(--_gap);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.8em;
    margin-top: 0.5em;
  }
  .name {
    flex: 0 1 16em;
    min-width: 0;
  }
  .who {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .counter {
    font-variant-numeric: tabular-nums;
  }
  .counter.over {
    color: var(--_danger);
    font-weight: 600;
  }
  .notice {
    padding: 0.7em 0.9em;
    border-radius: var(--_radius);
    border-inline-start: 3px solid var(--_edge);
    background: var(--_soft);
    margin: 0.6em 0;
    overflow-wrap: anywhere;
  }
  .root > .notice {
    margin: 0 0 var(--_gap);
  }
  .bad {
    border-color: var(--_danger);
  }
  .nudge {
    border-color: var(--_warning);
  }
  .nudge .buttons {
    margin-top: 0.7em;
  }
  blockquote {
    margin: 0.3em 0 0;
    white-space: pre-wrap;
    font-style: italic;
  }
  mark {
    background: var(--_mark);
    color: inherit;
    border-radius: 2px;
    padding: 0 0.1em;
  }
  .bad .quiet {
    margin-top: 0.6em;
  }
  .empty {
    padding: 2.5em 1em;
    text-align: center;
    border-block: 1px solid var(--_line);
  }
  .fresh {
    position: sticky;
    top: var(--moderato-sticky-top, 0.75rem);
    z-index: 1;
    height: 0;
    display: flex;
    justify-content: center;
  }
  .fresh button {
    height: 2.5em;
    margin-top: -1.25em;
    padding-inline: 1.2em;
    border-radius: 2em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
  }
  .loading i {
    display: block;
    height: 4.5em;
    margin-bottom: 1em;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  @container (width < 30rem) {
    .composer .name {
      flex: 1 1 100%;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .loading i {
      animation: wait 1.2s ease-in-out infinite alternate;
    }
    @keyframes wait {
      to {
        opacity: 0.45;
      }
    }
  }
`;
