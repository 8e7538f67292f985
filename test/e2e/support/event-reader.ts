import { get, type IncomingMessage } from 'node:http';
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
  ended = false;
  private text = '';

  private constructor(private readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.hear(chunk));
    response.on('close', () => (this.ended = true));
    // Whoever closes it knows.
    response.on('error', () => undefined);
  }

  /** Resolves once the stream has said where it begins. */
  static async open(
    address: string,
    headers: Record<string, string>,
    lastEventId?: string,
  ): Promise<EventReader> {
    const resume: Record<string, string> =
      lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      // A connection of its own, that stays open for nothing else.
      const options = { agent: false as const, headers: { ...headers, ...resume } };
      get(`${address}/v1/reviews/stream`, options, resolve).on('error', reject);
    });
    if (response.statusCode !== 200) throw new Error(`The stream answers ${response.statusCode}.`);
    const reader = new EventReader(response);
    await until(() => reader.lastEventId, { what: 'the beginning of the stream' });
    return reader;
  }

  get headers(): IncomingMessage['headers'] {
    return this.response.headers;
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
    this.response.destroy();
    await until(() => this.ended, { what: 'the end of the stream' });
  }

  private hear(chunk: string): void {
    const blocks = (this.text + chunk).split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) this.take(block);
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
