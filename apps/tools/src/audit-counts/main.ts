import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { type Config, ConfigModule, loadConfig } from '#config';
import { CountsModule, CountsService } from '#counts';
import { recordedUrl } from '#embedded-postgres';
import { Database } from '#database';
import { awaitServices, runTool } from '#startup';
import { auditReactions } from '#threads';

@Module({})
class AuditModule {
  static forRoot(config: Config) {
    return { module: AuditModule, imports: [ConfigModule.forRoot(config), CountsModule] };
  }
}

/** Recounts what is shown under every article and the reactions to every comment, and prints what differs; exit code 1 if anything does. */
await runTool(async () => {
  const config = withOwnDatabase(loadConfig());
  await awaitServices(config);
  const app = await NestFactory.createApplicationContext(AuditModule.forRoot(config), {
    logger: false,
    abortOnError: false,
  });
  const { articles, shown, drifts } = await app.get(CountsService, { strict: false }).audit();
  const miscounted = await auditReactions(app.get(Database, { strict: false }));
  await app.close();
  for (const { siteId, article, stored, counted } of drifts) {
    process.stdout.write(
      `drift: site ${siteId}, article ${JSON.stringify(article)}: stored ${stored}, counted ${counted}\n`,
    );
  }
  for (const { siteId, commentId } of miscounted) {
    process.stdout.write(`drift: site ${siteId}, reactions to comment ${commentId}\n`);
  }
  const all = drifts.length + miscounted.length;
  process.stdout.write(`${articles} articles, ${shown} comments shown, ${all} drifts\n`);
  return all === 0 ? 0 : 1;
});

/** Without a DATABASE_URL, that of `npm start`. */
function withOwnDatabase(config: Config): Config {
  const url = config.DATABASE_URL ?? recordedUrl(config.MODERATO_DATA);
  return { ...config, DATABASE_URL: url };
}
