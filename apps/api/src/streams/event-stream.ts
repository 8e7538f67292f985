import type { ServerResponse } from 'node:http';

/** What may wait for a slow client before its connection is given up, in bytes. */
const MAX_WAITING_BYTES = 256 * 1024;

/** One client's connection, by which server-sent events go out. */
export class EventStream {
  constructor(private readonly response: ServerResponse) {}

  get isOpen(): boolean {
    return !this.response.writableEnded && !this.response.destroyed;
  }

  /** Begins the answer. A proxy must neither keep it nor collect it. */
  open(headers: Record<string, string>): void {
    this.response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      // Once ended it is not kept for another request: a server that closes would wait for it.
      connection: 'close',
    });
    this.response.write('retry: 2000\n\n');
  }

  /** Sends events; a client that goes on reading from here later names `id`. */
  send(events: readonly object[], id: string): void {
    const lines = events.map((event) => `data: ${JSON.stringify(event)}\n`);
    // The number comes with the last one: a client that was cut off between two gets both again.
    const last = `id: ${id}\n${lines.pop() ?? ''}`;
    this.write([...lines, last].join('\n') + '\n');
  }

  /** Keeps the connection from looking dead, and tells where the client is, even if nothing happens. */
  beat(id: string): void {
    this.write(`: still here\nid: ${id}\n\n`);
  }

  end(): void {
    this.response.end();
  }

  /** A client that does not read must not make us keep what it does not read. */
  private write(text: string): void {
    if (!this.isOpen) return;
    if (this.response.writableLength > MAX_WAITING_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
