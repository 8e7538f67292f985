import { css } from './sheet.js';

/** Buttons and fields. */
export const CONTROLS = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    min-height: 2.25em;
    padding: 0.25em 0.9em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.55;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:disabled {
    background: var(--_soft);
    color: var(--_muted);
    border-color: var(--_line);
    opacity: 1;
  }
  .danger {
    background: var(--_danger);
    color: light-dark(#fff, #2a0a06);
  }
  .quiet,
  .wide {
    border-color: var(--_edge);
  }
  .wide {
    width: 100%;
    margin-top: var(--_gap);
  }
  .link,
  .tool {
    padding: 0.25em 0;
    border: 0;
    color: var(--_accent);
    text-align: start;
  }
  .tool {
    color: var(--_muted);
  }
  @media (hover: hover) {
    .link:hover,
    .tool:hover {
      color: var(--_text);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .quiet:hover,
    .wide:hover,
    .reaction:hover {
      background: var(--_soft);
    }
  }
  textarea,
  input:not([type='radio']),
  select {
    box-sizing: border-box;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    padding: 0.5em 0.7em;
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 5.5em;
    max-height: 60vh;
    resize: vertical;
    field-sizing: content;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    justify-content: flex-end;
    margin-inline-start: auto;
  }
  .label {
    display: block;
    font-weight: 600;
    margin-bottom: 0.4em;
  }
  .label textarea {
    font-weight: 400;
    margin-top: 0.4em;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
