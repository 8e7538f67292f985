import { html, type TemplateResult } from 'lit/html.js';
import { catchUp, take } from './actions/following.js';
import { open } from './actions/reading.js';
import { lookAgain } from './actions/verdicts.js';
import type { Discussion, Host } from './discussion.js';
import { newDiscussion } from './new-discussion.js';
import { RenderedElement } from './rendered-element.js';
import { addressOf } from './service/client.js';
import { LiveStream } from './service/live-stream.js';
import { loadPhrases } from './strings/load-phrases.js';
import { STYLES } from './styles/styles.js';
import { countsDown } from './views/counts-down.js';
import { discussionView } from './views/discussion-view.js';

const SECOND_MS = 1000;
/** How often relative times move on and held comments are looked at, in seconds. */
const LOOK_SECONDS = 10;

/** `<moderato-comments article="…" site-key="…">`: the comments under an article, and a field for one's own. */
export class ModeratoComments extends RenderedElement {
  static observedAttributes = ['article', 'site-key', 'reader-token', 'api', 'sort', 'lang'];

  private discussion: Discussion | undefined;
  private stream: LiveStream | undefined;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private ticks = 0;
  private beginning = false;
  private toFocus: string | null = null;
  private said = '';

  constructor() {
    super(STYLES);
  }

  connectedCallback(): void {
    this.ticking = setInterval(() => this.tick(), SECOND_MS);
    addEventListener('online', this.heard);
    addEventListener('offline', this.heard);
    this.beginSoon();
  }

  disconnectedCallback(): void {
    clearInterval(this.ticking);
    removeEventListener('online', this.heard);
    removeEventListener('offline', this.heard);
    this.end();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.beginSoon();
  }

  /** Reads the comments again. */
  async reload(): Promise<void> {
    if (this.discussion) await open(this.discussion);
  }

  protected override view(): TemplateResult {
    return html`${this.discussion ? discussionView(this.discussion) : ''}
      <p class="hidden" role="status">${this.said}</p>`;
  }

  protected override rendered(shadow: ShadowRoot): void {
    const dialog = shadow.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    const part = shadow.getElementById(this.toFocus ?? '');
    if (!part) return;
    this.toFocus = null;
    part.focus({ preventScroll: true });
    part.scrollIntoView({ block: 'nearest' });
  }

  /** Once for all attributes that a page sets at the same time. */
  private beginSoon(): void {
    if (this.beginning) return;
    this.beginning = true;
    queueMicrotask(() => {
      this.beginning = false;
      void this.begin();
    });
  }

  private async begin(): Promise<void> {
    this.end();
    const phrases = await loadPhrases(this);
    // Another begin, or a page that took the element away, may have come in between.
    if (this.discussion || !this.isConnected || !this.getAttribute('article')) return;
    const discussion = newDiscussion(this, phrases, this.host());
    this.discussion = discussion;
    // The first answer tells whether cookies go along, with the stream as well.
    await open(discussion);
    if (this.discussion === discussion) this.stream = follow(discussion);
  }

  private end(): void {
    this.stream?.close();
    if (this.discussion) this.discussion.closed = true;
    this.discussion = undefined;
  }

  private host(): Host {
    return {
      changed: () => this.requestUpdate(),
      emit: (name, detail) => {
        const event = { detail, bubbles: true, composed: true };
        this.dispatchEvent(new CustomEvent(`moderato:${name}`, event));
      },
      say: (text) => {
        this.said = text;
        this.requestUpdate();
      },
      focus: (id) => {
        this.toFocus = id;
        this.requestUpdate();
      },
    };
  }

  private readonly heard = (): void => {
    const { discussion } = this;
    if (!discussion) return;
    discussion.show({ online: navigator.onLine });
    if (navigator.onLine && discussion.screen.failure) void open(discussion);
  };

  /** Times are told anew every ten seconds, and every second while something runs out. */
  private tick(): void {
    const { discussion } = this;
    if (!discussion || document.hidden) return;
    this.ticks += 1;
    const looks = this.ticks % LOOK_SECONDS === 0;
    if (looks) void lookAgain(discussion);
    if (!looks && !countsDown(discussion)) return;
    discussion.now = Date.now();
    this.requestUpdate();
  }
}

function follow(discussion: Discussion): LiveStream {
  const { article, service } = discussion;
  const { connection } = service;
  const path = `/v1/articles/${encodeURIComponent(article.id)}/stream`;
  const address = addressOf(connection, path, { siteKey: connection.siteKey });
  return new LiveStream(address, connection.cookies, {
    onEvent: (event) => take(discussion, event),
    onGap: () => void catchUp(discussion),
  });
}
