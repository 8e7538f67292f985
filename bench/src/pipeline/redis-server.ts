import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../../apps/tools/src/http/service-process.js';
import type { Cleanup } from '../../../apps/tools/src/http/cleanup.js';

/** Starts the redis-server that is on PATH, in memory only; `null` if there is none. */
export async function startRedis(
  cleanup: Cleanup,
): Promise<{ url: string; version: string } | null> {
  const version = readVersion();
  if (version === null) return null;
  const port = await freePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const server = spawn('redis-server', options, {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  cleanup.add(() => {
    const ended = once(server, 'exit');
    server.kill();
    return ended;
  });
  await new Promise<void>((resolve) => {
    server.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept')) resolve();
    });
  });
  return { url: `redis://127.0.0.1:${port}`, version };
}

function readVersion(): string | null {
  const { error, stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  return error === undefined ? (/v=([\d.]+)/.exec(stdout)?.[1] ?? null) : null;
}
