import { render } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';

/**
 * An element whose shadow is rendered by Lit, once for all changes that come together. LitElement
 * does this and more; the more is a seventh of what this widget may weigh.
 */
export abstract class RenderedElement extends HTMLElement {
  private waiting = false;
  private readonly shadow: ShadowRoot;

  constructor(sheet: CSSStyleSheet) {
    super();
    this.shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    // A sheet, and no <style>: a strict Content-Security-Policy forbids those.
    this.shadow.adoptedStyleSheets = [sheet];
  }

  protected abstract view(): TemplateResult;

  /** What can only be done once it is rendered. */
  protected abstract rendered(shadow: ShadowRoot): void;

  protected requestUpdate(): void {
    if (this.waiting) return;
    this.waiting = true;
    queueMicrotask(() => {
      this.waiting = false;
      render(this.view(), this.shadow);
      this.rendered(this.shadow);
    });
  }
}
