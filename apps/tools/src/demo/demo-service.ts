import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cleanup } from '../http/cleanup.js';
import { freePort, isReady, ServiceProcess } from '../http/service-process.js';
import { findSiteKeys, readKeptKeys, type SiteKeys } from '../http/site-keys.js';
import { ToolError } from '../http/tool-error.js';

/** A service that the demo can post to. */
export interface DemoService {
  url: string;
  keys: SiteKeys;
  /** Whether it was started for this demo, and starts from nothing. */
  isOwn: boolean;
}

const USUAL_URL = 'http://127.0.0.1:3000';

export interface DemoChoice {
  url: string | undefined;
  siteKey: string | undefined;
  siteSecret: string | undefined;
  /** Start a service even if one is running. */
  own: boolean;
}

/** Finds the running service that is meant, or gives `null` when one has to be started. */
export async function findService(choice: DemoChoice): Promise<DemoService | null> {
  if (choice.own) return null;
  const url = choice.url ?? USUAL_URL;
  const keys = await findSiteKeys(choice);
  const isRunning = await isReady(url);
  if (isRunning && keys !== null) return { url, keys, isOwn: false };
  if (choice.url === undefined) return null;
  throw new ToolError(
    isRunning
      ? `No key for the service at ${url}: give --site-key.`
      : `No service is ready at ${url}.`,
  );
}

/** Starts a service of its own on a free port, with data that go when it stops. */
export async function startService(cleanup: Cleanup): Promise<DemoService> {
  const folder = await mkdtemp(join(tmpdir(), 'moderato-demo-'));
  cleanup.add(() => rm(folder, { recursive: true, force: true }));
  // Run by root, Postgres runs as another user, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = ServiceProcess.start('apps/standalone', {
    ...{ MODERATO_DATA: folder, HOST: '127.0.0.1', PORT: String(port) },
    // What the caller's environment says belongs to another service.
    ...{ MODERATO_SITE_KEY: undefined, MODERATO_SITE_SECRET: undefined },
    ...{ DATABASE_URL: undefined, REDIS_URL: undefined },
  });
  cleanup.add(() => service.stop());
  await service.ready(url);
  const keys = await readKeptKeys(folder);
  if (keys === null) throw new ToolError(`The service wrote no ${join(folder, 'site.json')}.`);
  return { url, keys, isOwn: true };
}
