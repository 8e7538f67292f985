import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config, requireDatabaseUrl } from '#config';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { Notifications } from './notifications.js';

/** One pool and one LISTEN connection for the process. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(requireDatabaseUrl(config), config.DATABASE_POOL_SIZE),
        autoLoadEntities: true,
        // The entry file says in one sentence what is wrong; ten silent tries would hide it.
        retryAttempts: 0,
      }),
    }),
  ],
  providers: [Database, Notifications],
  exports: [Database, Notifications],
})
export class DatabaseModule {}
