import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, ConfigModule, loadConfig } from '#config';
import { Database, DatabaseModule } from '#database';
import { recordedUrl } from '#embedded-postgres';
import { awaitServices, runTool } from '#startup';
import { forOperators } from '../http/tool-error.js';
import { loadTextScores } from '../policy/text-scorer.js';
import { parseTuneArguments, type TuneArguments, USAGE } from './tune-arguments.js';
import { tuneSite } from './tune-site.js';
import { tuningText } from './tuning-text.js';

@Module({})
class TuneModule {
  static forRoot(config: Config) {
    return { module: TuneModule, imports: [ConfigModule.forRoot(config), DatabaseModule] };
  }
}

await runTool(async () => {
  try {
    const given = parseTuneArguments(process.argv.slice(2));
    if (given !== null) await print(given);
    else process.stdout.write(USAGE);
    return 0;
  } catch (error) {
    throw forOperators(error);
  }
});

async function print(given: TuneArguments): Promise<void> {
  const read = loadConfig();
  // Without a DATABASE_URL, that of `npm start`.
  const config = { ...read, DATABASE_URL: read.DATABASE_URL ?? recordedUrl(read.MODERATO_DATA) };
  await awaitServices(config);
  const quiet = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(TuneModule.forRoot(config), quiet);
  try {
    const database = app.get(Database, { strict: false });
    const report = await tuneSite(database, given, await loadTextScores());
    process.stdout.write(`${given.json ? JSON.stringify(report) : tuningText(report)}\n`);
  } finally {
    await app.close();
  }
}
