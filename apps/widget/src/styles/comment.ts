import { css } from './sheet.js';

/** One comment and how those below it are set in. */
export const COMMENT = css`
  .threads > li {
    padding: 1.1em 0;
    border-top: 1px solid var(--_line);
  }
  .threads > li:last-child {
    border-bottom: 1px solid var(--_line);
  }
  .replies {
    margin-top: 0.9em;
    padding-inline-start: clamp(0.7rem, 3cqi, 1.4rem);
    border-inline-start: 2px solid var(--_line);
  }
  .replies > li + li {
    margin-top: 1em;
  }
  li > .composer {
    margin: 0.8em 0 0;
  }
  .comment {
    scroll-margin-top: 5rem;
    border-radius: 2px;
  }
  .comment:focus:not(:focus-visible) {
    outline: none;
  }
  .comment:focus-visible {
    outline-offset: 6px;
  }
  .byline {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1em 0.6em;
  }
  .author {
    font-weight: 650;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .when {
    white-space: nowrap;
  }
  .badge {
    padding: 0 0.5em;
    border: 1px solid var(--_edge);
    border-radius: 1em;
    font-size: 0.75em;
    line-height: 1.6;
    color: var(--_muted);
    white-space: nowrap;
  }
  .badge.staff,
  .badge.journalist,
  .badge.expert,
  .badge.featured {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .body {
    margin-top: 0.3em;
    max-width: 44em;
    font: var(--moderato-body-font, inherit);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .clamped {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 12;
    line-clamp: 12;
    overflow: hidden;
  }
  .pending > .body,
  .rejected > .body,
  .gone {
    color: var(--_muted);
  }
  .gone {
    font-style: italic;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.1em;
    margin-top: 0.25em;
  }
  .tool {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .reactions {
    display: flex;
    margin-inline: -0.45em -0.45em;
  }
  .reaction {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    min-width: 2.25em;
    padding: 0.25em 0.45em;
    font-variant-numeric: tabular-nums;
  }
  .reaction svg {
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .reaction[aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 600;
  }
  .reaction[aria-pressed='true'] svg {
    fill: color-mix(in srgb, currentcolor 22%, transparent);
  }
  .status {
    font-size: 0.9375em;
  }
  .status strong {
    display: block;
  }
  .status.pending {
    border-color: var(--_accent);
  }
  .status.held {
    border-color: var(--_warning);
  }
  .status.rejected {
    border-color: var(--_danger);
  }
  .status.published {
    border-color: light-dark(#2d7a3e, #86c995);
  }
  .more {
    margin-top: 0.6em;
  }
  .back {
    margin-bottom: 0.6em;
  }
  @media (prefers-reduced-motion: no-preference) {
    .marked {
      animation: arrive 1.6s ease-out;
    }
    @keyframes arrive {
      from {
        background: var(--_mark);
      }
    }
  }
`;
