import type { ArticleEvent } from '#contract';

/** What came by a stream. */
export interface Received {
  id: string;
  event: ArticleEvent;
}

/** Follows a stream of server-sent events, as a browser would. */
export class EventClient {
  readonly received: Received[] = [];
  /** The last id, also of events without data. */
  lastId = '';
  ended = false;
  private readonly abort = new AbortController();

  private constructor(readonly response: Response) {}

  static async open(url: string, headers: Record<string, string> = {}): Promise<EventClient> {
    const abort = new AbortController();
    const client = new EventClient(await fetch(url, { headers, signal: abort.signal }));
    client.abort.signal.addEventListener('abort', () => abort.abort());
    void client.read().catch(() => undefined);
    return client;
  }

  get events(): ArticleEvent[] {
    return this.received.map(({ event }) => event);
  }

  close(): void {
    this.abort.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of this.response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } finally {
      this.ended = true;
    }
  }

  private take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => {
        const at = line.indexOf(': ');
        return [line.slice(0, at), line.slice(at + 2)] as const;
      }),
    );
    this.lastId = fields.get('id') ?? this.lastId;
    const data = fields.get('data');
    if (data !== undefined)
      this.received.push({ id: this.lastId, event: JSON.parse(data) as ArticleEvent });
  }
}
