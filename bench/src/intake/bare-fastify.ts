import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Cleanup } from '../../../apps/tools/src/http/cleanup.js';

/** Starts Fastify alone in a process of its own; gives its address, below which `/constant` and `/json` are served. */
export async function startBareFastify(cleanup: Cleanup): Promise<string> {
  const child = fork(new URL('./bare-fastify-server.js', import.meta.url), { detached: true });
  cleanup.add(() => {
    const ended = once(child, 'exit');
    child.kill();
    return ended;
  });
  const [url] = (await once(child, 'message')) as [string];
  return url;
}
