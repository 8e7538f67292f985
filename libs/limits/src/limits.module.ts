import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { Database, DatabaseModule } from '#database';
import { limitsOf } from './limits.js';
import { LimitsService } from './limits.service.js';
import { PostgresBuckets } from './postgres-buckets.js';
import { RedisBuckets } from './redis-buckets.js';

/** Buckets in Redis if there is one, else in Postgres. */
@Module({
  imports: [DatabaseModule],
  providers: [
    {
      provide: LimitsService,
      inject: [CONFIG, Database],
      useFactory: (config: Config, database: Database) => {
        const shared =
          config.REDIS_URL === undefined
            ? new PostgresBuckets(database)
            : new RedisBuckets(config.REDIS_URL);
        return new LimitsService(limitsOf(config), shared);
      },
    },
  ],
  exports: [LimitsService],
})
export class LimitsModule {}
