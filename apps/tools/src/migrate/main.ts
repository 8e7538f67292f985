import 'reflect-metadata';
import { loadConfig, requireDatabaseUrl } from '#config';
import { migrate } from '#database';
import { Secrets } from '#encryption';
import { migrateQueue } from '#queues';
import { ensureSite, hasSites, operatorNotes } from '#sites';
import { awaitServices, runTool } from '#startup';

await runTool(async () => {
  const config = loadConfig();
  await awaitServices(config);
  const url = requireDatabaseUrl(config);
  const count = await migrate(url);
  await migrateQueue(url);
  const { MODERATO_SITE_KEY: publicKey, MODERATO_SITE_SECRET: secretKey } = config;
  const notes: string[] = [];
  if (publicKey !== undefined && secretKey !== undefined) {
    const { MODERATO_SITE_ORIGINS: origins } = config;
    const secrets = new Secrets(config);
    notes.push(...operatorNotes(await ensureSite(url, { publicKey, secretKey }, origins, secrets)));
  }
  process.stdout.write(
    count === 0 ? 'The database is up to date.\n' : `${count} migrations ran.\n`,
  );
  if (!(await hasSites(url))) notes.push('There is no site yet; npm run -s add-site makes one.');
  for (const note of notes) process.stdout.write(`${note}\n`);
  return 0;
});
