import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '#database';
import { Periodic } from '#periodic';
import { FORGET_CLAIMS } from '../claims/claims.sql.js';
import { FORGET } from './events.sql.js';

/** Who was away for longer reads everything again. */
const KEPT_HOURS = 24;
const EVERY_MS = 60_000;

/** Forgets the events that no stream will ask for any more, and claims that were never given back. */
@Injectable()
export class EventPruner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(EventPruner.name);
  private readonly loop: Periodic;

  constructor(private readonly database: Database) {
    this.loop = new Periodic(
      () => this.prune(),
      EVERY_MS,
      (error) => this.logger.warn(`Old review events stay: ${error.message}`),
    );
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Forgets all that is too old, a part at a time. */
  async prune(): Promise<void> {
    while ((await this.database.execute(FORGET, [KEPT_HOURS])) > 0);
    while ((await this.database.execute(FORGET_CLAIMS)) > 0);
  }
}
