import { fileURLToPath } from 'node:url';
import { freePort } from '#embedded-postgres';
import { ensureBuilt } from '../../scripts/build.mjs';
import { type Readiness, TestProcess } from './test-process.js';

export { freePort, TestProcess };

/** The folder of package.json. */
export const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

export interface ServiceOptions extends Readiness {
  args?: string[];
  /** The project folder unless told otherwise. */
  cwd?: string;
}

/**
 * Starts `node <entry>` (relative to the project folder, below dist/) and waits until it is ready.
 * `env` is laid over the caller's environment without vitest's own entries.
 */
export async function spawnService(
  entry: string,
  env: NodeJS.ProcessEnv,
  { args = [], cwd = PROJECT_FOLDER, ...readiness }: ServiceOptions,
): Promise<TestProcess> {
  await buildOnce();
  const name = entry.replace(/^dist\//, '');
  const service = TestProcess.start(
    name,
    process.execPath,
    [`${PROJECT_FOLDER}${entry}`, ...args],
    { ...plainEnvironment(), ...env },
    cwd,
  );
  await service.ready(readiness);
  return service;
}

/** So that a run of vitest alone tests the sources as they are; scripts/test.mjs has built already. */
export async function buildOnce(): Promise<void> {
  if (process.env['MODERATO_TEST_BUILT'] !== '1') await ensureBuilt({ log: () => undefined });
}

/** The environment as a shell would have it: without what vitest sets for itself and without Moderato's own settings. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const own =
    /^(VITEST|NODE_ENV$|NODE_OPTIONS$|MODERATO_|DATABASE_URL$|REDIS_URL$|ENCRYPTION_KEYS$|PORT$|HOST$|PUBLIC_URL$|OIDC_|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
