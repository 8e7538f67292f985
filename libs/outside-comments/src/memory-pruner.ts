import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '#database';
import { Periodic } from '#periodic';
import * as sql from './memory.sql.js';

/** Long enough for a clean record to count, see `spamBehavior` of libs/classifier. */
const KEPT_DAYS = 30;
/** What people took the trouble to tell is worth more; so is that they can take it back. */
const KEPT_DAYS_TOLD = 180;
const EVERY_MS = 600_000;

/** Forgets comments of other systems. */
@Injectable()
export class MemoryPruner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(MemoryPruner.name);
  private readonly loop: Periodic;

  constructor(private readonly database: Database) {
    this.loop = new Periodic(
      () => this.prune(),
      EVERY_MS,
      (error) => this.logger.warn(`Old comments of other systems stay: ${error.message}`),
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
    while ((await this.database.execute(sql.FORGET, [KEPT_DAYS])) > 0);
    while ((await this.database.execute(sql.FORGET_TOLD, [KEPT_DAYS_TOLD])) > 0);
  }
}
