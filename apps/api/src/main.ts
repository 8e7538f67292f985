import 'reflect-metadata';
import { loadConfig } from '#config';
import { awaitServices, runService } from '#startup';

await runService(async () => {
  const config = loadConfig();
  await awaitServices(config);
  // Not before: whoever has a setting to mend is told at once, without waiting for all this to load.
  const { startApi } = await import('./start-api.js');
  return startApi(config);
});
