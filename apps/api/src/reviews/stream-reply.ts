import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { ReviewEvent } from '#contract';
import { type EventFeed, EventStream } from '#reviews';

/** A client that reads so much more slowly than events come is cut off, in bytes; it resumes where it was. */
const MOST_BEHIND = 1024 * 1024;

/** One stream of server-sent events (text/event-stream) on its connection. */
export class StreamReply {
  private readonly raw: ServerResponse;
  private stream: EventStream | undefined;
  ended = false;

  constructor(reply: FastifyReply) {
    reply.hijack();
    this.raw = reply.raw;
    this.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies would gather events up; nginx takes this word for it.
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': reply.request.id,
    });
    this.raw.flushHeaders();
    this.raw.on('error', () => this.end());
  }

  /** Calls back once the connection is closed, by whomever. */
  onEnd(callback: () => void): void {
    this.raw.once('close', () => {
      this.ended = true;
      this.stream?.close();
      callback();
    });
  }

  /** Begins to send; ends the connection where events cannot be read, so that the client tries again. */
  async begin(feed: EventFeed, siteIds: string[], lastEventId: string | undefined): Promise<void> {
    this.stream = new EventStream(feed, new Set(siteIds), (id, event) => this.send(id, event));
    try {
      await this.stream.open(lastEventId);
    } catch {
      this.end();
    }
    if (this.ended) this.stream.close();
  }

  restrict(siteIds: string[]): void {
    this.stream?.restrict(new Set(siteIds));
  }

  /** A comment, so that neither side takes the connection for dead, and the place to resume at by now. */
  beat(): void {
    const place = this.stream?.place;
    this.write(place == null ? ':\n\n' : `:\nid: ${place}\n\n`);
  }

  end(): void {
    this.raw.end();
  }

  private send(id: string, event: ReviewEvent | null): void {
    const said = event === null ? '' : `event: ${event.type}\ndata: ${JSON.stringify(event)}\n`;
    this.write(`id: ${id}\n${said}\n`);
  }

  private write(text: string): void {
    if (this.ended || this.raw.writableEnded) return;
    this.raw.write(text);
    if (this.raw.writableLength > MOST_BEHIND) this.raw.destroy();
  }
}
