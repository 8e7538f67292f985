import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { type Config, ConfigModule, loadConfig } from '#config';
import { CountsModule, CountsService } from '#counts';
import { recordedUrl } from '#embedded-postgres';
import { awaitServices, runTool } from '#startup';

@Module({})
class AuditModule {
  static forRoot(config: Config) {
    return { module: AuditModule, imports: [ConfigModule.forRoot(config), CountsModule] };
  }
}

/** Recounts what is shown under every article and prints what differs; exit code 1 if anything does. */
await runTool(async () => {
  const config = withOwnDatabase(loadConfig());
  await awaitServices(config);
  const app = await NestFactory.createApplicationContext(AuditModule.forRoot(config), {
    logger: false,
    abortOnError: false,
  });
  const { articles, shown, drifts } = await app.get(CountsService, { strict: false }).audit();
  await app.close();
  for (const { siteId, article, stored, counted } of drifts) {
    process.stdout.write(
      `drift: site ${siteId}, article ${JSON.stringify(article)}: stored ${stored}, counted ${counted}\n`,
    );
  }
  process.stdout.write(`${articles} articles, ${shown} comments shown, ${drifts.length} drifts\n`);
  return drifts.length === 0 ? 0 : 1;
});

/** Without a DATABASE_URL, that of `npm start`. */
function withOwnDatabase(config: Config): Config {
  const url = config.DATABASE_URL ?? recordedUrl(config.MODERATO_DATA);
  return { ...config, DATABASE_URL: url };
}
