import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ReviewEvent } from '#contract';
import { until } from '../../harness/until.js';

export interface HeardEvent {
  id: string;
  event: ReviewEvent;
}

/** The address of an application that listens on a free port. */
export async function listen(app: NestFastifyApplication): Promise<string> {
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** A console that hears the stream, as EventSource would. */
export class EventReader {
  readonly events: HeardEvent[] = [];
  /** The id to resume behind by now. */
  lastEventId: string | undefined;
  readonly headers: Headers;
  ended = false;
  private readonly reading: Promise<void>;

  private constructor(
    response: Response,
    private readonly abort: AbortController,
  ) {
    this.headers = response.headers;
    this.reading = this.read(response).finally(() => (this.ended = true));
    // Whoever closes it knows.
    this.reading.catch(() => undefined);
  }

  /** Resolves once the stream has said where it begins. */
  static async open(
    address: string,
    headers: Record<string, string>,
    lastEventId?: string,
  ): Promise<EventReader> {
    const abort = new AbortController();
    const sent = new Headers(headers);
    if (lastEventId !== undefined) sent.set('last-event-id', lastEventId);
    const response = await fetch(`${address}/v1/reviews/stream`, {
      headers: sent,
      signal: abort.signal,
    });
    if (response.status !== 200) throw new Error(`The stream answers ${response.status}.`);
    const reader = new EventReader(response, abort);
    await until(() => reader.lastEventId, { what: 'the beginning of the stream' });
    return reader;
  }

  types(): string[] {
    return this.events.map(({ event }) => event.type);
  }

  /** Waits until so many events were heard, and gives them. */
  async heard(count: number): Promise<ReviewEvent[]> {
    await until(() => this.events.length >= count, {
      what: `${count} events`,
      timeoutMs: 15_000,
    });
    return this.events.map(({ event }) => event);
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.reading.catch(() => undefined);
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const id = field('id');
    if (id !== undefined) this.lastEventId = id;
    const data = field('data');
    if (data === undefined) return;
    const event = JSON.parse(data) as ReviewEvent;
    if (field('event') !== event.type) throw new Error('An event has another name than its type.');
    this.events.push({ id: id ?? '', event });
  }
}
