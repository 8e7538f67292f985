import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccountsModule, FirstAdmin } from '#accounts';
import { type Config, ConfigModule, loadConfig, requireDatabaseUrl } from '#config';
import { assertMigrated } from '#database';
import { recordedUrl } from '#embedded-postgres';
import { hasSites } from '#sites';
import { awaitServices, runTool, StartupError } from '#startup';

@Module({})
class FirstAdminModule {
  static forRoot(config: Config) {
    return { module: FirstAdminModule, imports: [ConfigModule.forRoot(config), AccountsModule] };
  }
}

/** Prints, for every site without an admin, a link that makes one, once; earlier links are void from now on. */
await runTool(async () => {
  const config = withOwnDatabase(loadConfig());
  await awaitServices(config);
  const app = await NestFactory.createApplicationContext(FirstAdminModule.forRoot(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    await assertMigrated(app.get<DataSource>(getDataSourceToken(), { strict: false }));
    if (!(await hasSites(requireDatabaseUrl(config)))) {
      throw new StartupError('There is no site yet; npm run -s add-site makes one.');
    }
    const links = await linksOf(app.get(FirstAdmin, { strict: false }));
    process.stdout.write(links.join('\n') || 'Every site has an admin, who invites all others.\n');
  } finally {
    await app.close();
  }
  return 0;
});

async function linksOf(firstAdmin: FirstAdmin): Promise<string[]> {
  const links: string[] = [];
  for (const { id, name } of await firstAdmin.sitesWithoutAdmin()) {
    const link = await firstAdmin.firstAdminLink(id);
    if (link === null) continue;
    links.push(
      `Whoever opens this link first, within seven days, becomes the admin of ${name}; an earlier link is void.\n\n  ${link}\n`,
    );
  }
  return links;
}

/** Without a DATABASE_URL, that of `npm start`. */
function withOwnDatabase(config: Config): Config {
  const url = config.DATABASE_URL ?? recordedUrl(config.MODERATO_DATA);
  return { ...config, DATABASE_URL: url };
}
