import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  type HealthCheckAttempt,
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorResult,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { pendingMigrations } from '#database';
import { ModerateQueue } from '#queues';

/** How long each part may take to answer. */
const PATIENCE_MS = 2000;

class LiveResponse {
  @ApiProperty({ type: String, enum: ['ok'] })
  status!: 'ok';
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly postgres: TypeOrmHealthIndicator,
    private readonly queue: ModerateQueue,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process answers; if not, restart it' })
  @ApiResponse({ status: 200, type: LiveResponse, description: 'It does.' })
  live(@Res({ passthrough: true }) reply: FastifyReply): LiveResponse {
    void reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  @ApiOperation({ summary: 'Whether Postgres, the queue and the schema are as they should be' })
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.postgres.pingCheck('postgres').withTimeout(PATIENCE_MS),
      () => this.queueState(),
      () => this.schemaState(),
    ]);
  }

  /** Without its queue the service still takes comments, which wait in the outbox: impaired, not down. */
  private async queueState(): Promise<HealthIndicatorResult> {
    const queue = this.indicators.check('queue');
    const result = await queue
      .attempt(async () => ({ jobs: await this.queue.depth() }))
      .withTimeout(PATIENCE_MS);
    return result.queue.status === 'up'
      ? result
      : queue.degraded('Comments are accepted and wait for the queue.');
  }

  private schemaState(): HealthCheckAttempt<'migrations'> {
    return this.indicators
      .check('migrations')
      .attempt(async () => {
        const pending = await pendingMigrations(this.dataSource);
        if (pending.length > 0)
          throw new Error(`${pending.length} migrations are pending; run npm run migrate.`);
      })
      .withTimeout(PATIENCE_MS);
  }
}
