import 'reflect-metadata';
import { resolve } from 'node:path';
import { loadConfig } from '#config';
import { runService } from '#startup';
import { whenParentEnds } from './parent-watch.js';
import { startStandalone } from './start-standalone.js';

whenParentEnds(() => process.kill(process.pid, 'SIGTERM'));

await runService(() => {
  const config = loadConfig({ LOG_LEVEL: 'warn', ...process.env });
  return startStandalone({ ...config, MODERATO_DATA: resolve(config.MODERATO_DATA) });
});
