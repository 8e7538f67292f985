import { css } from './sheet.js';

/**
 * What a page may set, as `--moderato-*`, with what holds otherwise. Light and dark follow the page's
 * own `color-scheme`, unless the attribute `theme` says otherwise.
 */
export const TOKENS = css`
  :host {
    --_text: var(--moderato-text, light-dark(#1d1e20, #ececea));
    --_muted: var(--moderato-muted, light-dark(#5b5f66, #a9adb4));
    --_line: var(--moderato-line, light-dark(#dcdddf, #3a3e44));
    --_edge: var(--moderato-edge, light-dark(#85898f, #7d828a));
    --_surface: var(--moderato-surface, light-dark(#ffffff, #1d2024));
    --_soft: var(--moderato-soft, light-dark(#f3f3f1, #262a2f));
    --_accent: var(--moderato-accent, light-dark(#1a5a86, #8cc3e8));
    --_on-accent: var(--moderato-on-accent, light-dark(#ffffff, #0b1c28));
    --_danger: var(--moderato-danger, light-dark(#a3261c, #f4a097));
    --_warning: var(--moderato-warning, light-dark(#8a5300, #e9be6d));
    --_mark: var(--moderato-mark, light-dark(#fbe6a6, #5c4a16));
    --_radius: var(--moderato-radius, 6px);
    --_gap: var(--moderato-gap, 1.5rem);
    display: block;
    container-type: inline-size;
    color: var(--_text);
    background: var(--moderato-background, transparent);
    /* No Chinese fonts by name: browsers choose them by the language, with its own forms of characters. */
    font: var(--moderato-font-size, 1rem) / 1.5
      var(
        --moderato-font,
        system-ui,
        -apple-system,
        'Segoe UI',
        Roboto,
        'Helvetica Neue',
        sans-serif
      );
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;
