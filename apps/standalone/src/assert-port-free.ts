import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '#config';

const PATIENCE_MS = 3000;
const PAUSE_MS = 100;

/**
 * Better found before the database is started than after. One of ours that is just ending, because
 * its npm was killed, lets go of the port within moments.
 * @throws the system's EADDRINUSE, EACCES, ...
 */
export async function assertPortFree(config: Config): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await probePort(config);
    } catch (error) {
      const taken = (error as { code?: string }).code === 'EADDRINUSE';
      if (!taken || performance.now() > end) throw error;
      await delay(PAUSE_MS);
    }
  }
}

async function probePort({ PORT, HOST }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(PORT, HOST, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
