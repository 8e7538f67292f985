import type { ArticleEvent } from '#contract';

export interface Listener {
  onEvent(event: ArticleEvent): void;
  /** Events may have been missed: read again. */
  onGap(): void;
}

/** How often to read where there is no stream, in milliseconds. */
const POLL_MS = 30_000;
const TYPES = ['message', 'comment', 'count', 'reset'];

/**
 * Follows an article's stream while the page is in sight. A page in the background lets its
 * connection go: browsers open but six to a host, over all tabs. Where the stream is refused, it
 * asks to read every half minute instead.
 */
export class LiveStream {
  private source: EventSource | undefined;
  private poll: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly address: string,
    private readonly withCredentials: boolean,
    private readonly listener: Listener,
  ) {
    document.addEventListener('visibilitychange', this.follow);
    addEventListener('online', this.follow);
    if (!document.hidden) this.open();
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.follow);
    removeEventListener('online', this.follow);
    this.pause();
  }

  private readonly follow = (): void => {
    this.pause();
    if (document.hidden) return;
    this.listener.onGap();
    this.open();
  };

  private open(): void {
    const source = new EventSource(this.address, { withCredentials: this.withCredentials });
    this.source = source;
    for (const type of TYPES) source.addEventListener(type, (message) => this.take(message));
    source.addEventListener('error', () => {
      // Else the browser connects again by itself, and says where it was.
      if (source.readyState === EventSource.CLOSED) this.pollInstead();
    });
  }

  private take({ data }: MessageEvent<unknown>): void {
    if (typeof data !== 'string' || data === '') return;
    const event = JSON.parse(data) as ArticleEvent;
    if (event.type === 'reset') this.listener.onGap();
    else this.listener.onEvent(event);
  }

  private pollInstead(): void {
    this.pause();
    this.poll = setInterval(() => this.follow(), POLL_MS);
  }

  private pause(): void {
    this.source?.close();
    clearInterval(this.poll);
  }
}
