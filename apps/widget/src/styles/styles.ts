import text from './styles.css?inline';

/** The styles of the widget, one sheet for all elements on the page. */
export const STYLES = new CSSStyleSheet();
STYLES.replaceSync(text);

/** Adds the styles of what was loaded later. */
export function addStyles(more: string): void {
  STYLES.replaceSync(text + more);
}
