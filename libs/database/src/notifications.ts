import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config, requireDatabaseUrl } from '#config';
import pg from 'pg';

/** Postgres channels, each with what its payload is. */
export interface Channels {
  /** There are new marks in the outbox; no payload. */
  moderato_outbox: '';
  /** JSON array of `[comment id, revision, status]` whose status has changed. */
  moderato_status: string;
  /** JSON array of the `[site id, article]` of new announcements; empty if they are too many for it. */
  moderato_announced: string;
  /** There are new review events; no payload. */
  moderato_reviews: '';
}

type Listener = (payload: string) => void;

const RECONNECT_MS = 500;

/**
 * One LISTEN connection for the process. Notifications are hints that save waiting, never the only
 * way to learn something: they are lost while the connection is down.
 */
@Injectable()
export class Notifications implements OnApplicationShutdown {
  private readonly logger = new Logger(Notifications.name);
  private readonly listeners = new Map<keyof Channels, Listener[]>();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Calls the listener for every payload from now on; connects when it is the first. */
  async listen(channel: keyof Channels, listener: Listener): Promise<void> {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), listener]);
    if (this.client === undefined) await this.connect();
    else await this.client.query(`LISTEN ${channel}`);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    clearTimeout(this.retry);
    const client = new pg.Client({
      connectionString: requireDatabaseUrl(this.config),
      application_name: 'moderato listen',
      keepAlive: true,
    });
    this.client = client;
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect(client));
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel as keyof Channels) ?? [])
        listener(payload ?? '');
    });
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      this.logger.warn(`Cannot listen to Postgres yet: ${(error as Error).message}`);
      this.reconnect(client);
    }
  }

  private reconnect(lost: pg.Client): void {
    if (this.closed || this.client !== lost) return;
    void lost.end().catch(() => undefined);
    this.client = undefined;
    this.retry = setTimeout(() => void this.connect(), RECONNECT_MS);
  }
}
