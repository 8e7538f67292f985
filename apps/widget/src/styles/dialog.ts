import { css } from './sheet.js';

/** The question before the page. */
export const DIALOG = css`
  dialog {
    box-sizing: border-box;
    width: min(28rem, calc(100vw - 2rem));
    max-height: calc(100vh - 2rem);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: var(--_text);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  dialog form {
    display: grid;
    gap: 0.9em;
    padding: 1.25em;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.3;
  }
  .choice {
    display: flex;
    gap: 0.6em;
    align-items: center;
    padding: 0.3em 0;
  }
  .choice input {
    width: 1.1em;
    height: 1.1em;
    margin: 0;
    accent-color: var(--_accent);
    flex: none;
  }
`;
