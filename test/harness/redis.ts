import { tmpdir } from 'node:os';
import { freePort } from '#embedded-postgres';
import { plainEnvironment } from './processes.js';
import { needs } from './requirements.js';
import { TestProcess } from './test-process.js';

export interface RedisOptions {
  /** The port of one that was killed, to come back in its place; a free one otherwise. */
  port?: number;
  /** Where it would write; it keeps nothing unless asked to. */
  dir?: string;
  /** Further arguments, such as `--appendonly yes`. */
  args?: string[];
}

/** A redis-server of a test's own. */
export interface TestRedis {
  url: string;
  port: number;
  process: TestProcess;
  /** SIGKILL: what it held in memory is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a redis-server that keeps nothing on disk; it ends with the test. */
export async function startRedis(options: RedisOptions = {}): Promise<TestRedis> {
  const port = options.port ?? (await freePort());
  const dir = options.dir ?? tmpdir();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir];
  const memoryOnly = ['--save', '', '--appendonly', 'no', ...(options.args ?? [])];
  const server = TestProcess.start(
    'redis-server',
    needs.redisServer.path ?? 'redis-server',
    [...args, ...memoryOnly],
    plainEnvironment(),
    dir,
  );
  await server.ready({ readyLine: 'Ready to accept connections', timeoutMs: 10_000 });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    process: server,
    kill: async () => {
      await server.kill('SIGKILL');
    },
    stop: async () => {
      await server.kill('SIGTERM');
    },
  };
}
