import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Database, type Statement } from '#database';
import { writeFile } from 'node:fs/promises';
import { HEARTBEAT_FILE, HEARTBEAT_MS } from './heartbeat-file.js';

const PING: Statement = { name: 'heartbeat.ping', text: 'SELECT 1' };

/** Touches a file as long as the process and its database answer; a container's health check looks at its age. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Heartbeat.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    try {
      await this.database.query(PING);
      await writeFile(HEARTBEAT_FILE, '');
    } catch (error) {
      this.logger.warn(`No heartbeat: ${(error as Error).message}`);
    }
  }
}
