import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';

/** What may wait for a slow client before its connection is given up, in bytes; it comes back and resumes. */
const MAX_WAITING_BYTES = 256 * 1024;
/** How long a client that is to go may take for what was sent to it last. */
const FAREWELL_MS = 1000;

/** What goes out as one event. */
export interface SentEvent {
  /** The event's name; without one it is a `message`. */
  name?: string;
  data: object;
}

/** One client's connection, by which server-sent events (text/event-stream) go out. */
export class EventConnection {
  private readonly response: ServerResponse;

  /** Begins the answer, with the headers that CORS and others have put there so far. */
  constructor(reply: FastifyReply) {
    reply.hijack();
    this.response = reply.raw;
    // A client that is gone is no error of ours; 'close' follows.
    this.response.on('error', () => undefined);
    this.response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      // A proxy must neither keep it nor collect it; nginx takes the second line for that.
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      // Once ended it is not kept for another request: a server that closes would wait for it.
      connection: 'close',
    });
    this.response.write('retry: 2000\n\n');
  }

  get isOpen(): boolean {
    return !this.response.writableEnded && !this.response.destroyed;
  }

  /** Calls back once the connection is closed, by whomever. */
  onClose(callback: () => void): void {
    this.response.once('close', callback);
  }

  /** Sends events, if any; a client that goes on reading behind them later names `id`. */
  send(events: readonly SentEvent[], id: string): void {
    const blocks = events.map(
      ({ name, data }) => `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(data)}\n`,
    );
    // The id comes with the last one: a client that was cut off between two gets both again.
    const last = `id: ${id}\n${blocks.pop() ?? ''}`;
    this.write(`${[...blocks, last].join('\n')}\n`);
  }

  /** Keeps the connection from looking dead, and tells where the client is, even if nothing happens. */
  beat(id: string | null): void {
    this.write(id === null ? ': still here\n\n' : `: still here\nid: ${id}\n\n`);
  }

  end(): void {
    this.response.end();
    // One that does not read would hold up a process that wants to stop.
    setTimeout(() => this.response.destroy(), FAREWELL_MS).unref();
  }

  /** A client that does not read must not make us keep what it does not read. */
  private write(text: string): void {
    if (!this.isOpen) return;
    if (this.response.writableLength > MAX_WAITING_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
