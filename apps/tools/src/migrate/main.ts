import 'reflect-metadata';
import { loadConfig, requireDatabaseUrl } from '#config';
import { migrate } from '#database';
import { Secrets } from '#encryption';
import { migrateQueue } from '#queues';
import { ensureSite, hasSites } from '#sites';
import { awaitServices, runTool } from '#startup';

await runTool(async () => {
  const config = loadConfig();
  await awaitServices(config);
  const url = requireDatabaseUrl(config);
  const count = await migrate(url);
  await migrateQueue(url);
  const { MODERATO_SITE_KEY: publicKey, MODERATO_SITE_SECRET: secretKey } = config;
  if (publicKey !== undefined && secretKey !== undefined) {
    const keys = { publicKey, secretKey };
    await ensureSite(url, keys, config.MODERATO_SITE_ORIGINS, new Secrets(config));
  }
  process.stdout.write(
    count === 0 ? 'The database is up to date.\n' : `${count} migrations ran.\n`,
  );
  if (!(await hasSites(url))) {
    process.stdout.write('There is no site yet; npm run -s add-site makes one.\n');
  }
  return 0;
});
