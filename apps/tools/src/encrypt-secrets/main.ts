import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { type Config, ConfigError, ConfigModule, loadConfig } from '#config';
import { assertMigrated, Database, DatabaseModule } from '#database';
import { recordedUrl } from '#embedded-postgres';
import { type Encryption, EncryptionModule, encryptStored, Secrets } from '#encryption';
import { JsonLogger } from '#logging';
import { awaitServices, runTool } from '#startup';

@Module({})
class EncryptSecretsModule {
  static forRoot(config: Config) {
    const imports = [ConfigModule.forRoot(config), DatabaseModule, EncryptionModule];
    return { module: EncryptSecretsModule, imports };
  }
}

/** Brings the secrets of sites under the first of ENCRYPTION_KEYS; exit code 1 if any are left. */
await runTool(async () => {
  const config = withOwnDatabase(loadConfig());
  if (config.ENCRYPTION_KEYS === undefined) {
    throw new ConfigError(
      'ENCRYPTION_KEYS must be set, as docs/secrets.md says: there is no key to encrypt with.',
    );
  }
  await awaitServices(config);
  const app = await NestFactory.createApplicationContext(EncryptSecretsModule.forRoot(config), {
    logger: new JsonLogger('error', 'encrypt-secrets', process.stderr),
    abortOnError: false,
  });
  try {
    await assertMigrated(app.get<DataSource>(getDataSourceToken(), { strict: false }));
    const database = app.get(Database, { strict: false });
    const outcome = await encryptStored(database, app.get(Secrets, { strict: false }));
    process.stdout.write(`${reportOf(outcome)}\n`);
    return outcome.unreadable + outcome.exchanged === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
});

function reportOf({ encrypted, unchanged, exchanged, unreadable }: Encryption): string {
  const lines = [
    `${encrypted + unchanged} secrets are encrypted under the first key, ${encrypted} of them since now.`,
  ];
  if (exchanged > 0) lines.push(`${exchanged} were exchanged meanwhile; run this again.`);
  if (unreadable > 0) {
    lines.push(`${unreadable} cannot be read and were left as they are; the lines above say why.`);
  }
  return lines.join('\n');
}

/** Without a DATABASE_URL, that of `npm start`. */
function withOwnDatabase(config: Config): Config {
  const url = config.DATABASE_URL ?? recordedUrl(config.MODERATO_DATA);
  return { ...config, DATABASE_URL: url };
}
