import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Database } from '#database';
import * as sql from './integration-usage.sql.js';

/** So much is not counted when a process is killed. */
const WRITE_MS = 1000;

/**
 * How often keys are used. Counted in the process and written once a second: who asks a thousand times a
 * second shall not have to wait for a row a thousand times.
 */
@Injectable()
export class IntegrationUsage implements BeforeApplicationShutdown {
  private readonly logger = new Logger(IntegrationUsage.name);
  private counted = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  /** One after the other, so that whoever has waited for the last has waited for all. */
  private writing = Promise.resolve();

  constructor(private readonly database: Database) {}

  /** Counts one check. */
  count(keyId: string): void {
    this.counted.set(keyId, (this.counted.get(keyId) ?? 0) + 1);
    this.timer ??= setTimeout(() => void this.write(), WRITE_MS).unref();
  }

  /** How many checks a key was used for in this month (UTC); what other processes counted within the last second is missing. */
  async ofMonth(keyId: string): Promise<number> {
    await this.write();
    const [row] = await this.database.query<{ checks: string }>(sql.READ, [keyId]);
    return Number(row?.checks ?? 0) + (this.counted.get(keyId) ?? 0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }

  /** Never rejects. */
  private write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.writeCounted());
    return this.writing;
  }

  /** What cannot be written now is kept for later. */
  private async writeCounted(): Promise<void> {
    const { counted } = this;
    if (counted.size === 0) return;
    this.counted = new Map();
    try {
      await this.database.execute(sql.ADD, [[...counted.keys()], [...counted.values()]]);
    } catch (error) {
      this.logger.warn(`The use of keys is written later: ${(error as Error).message}`);
      for (const [keyId, checks] of counted) {
        this.counted.set(keyId, (this.counted.get(keyId) ?? 0) + checks);
      }
    }
  }
}
