import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { HttpClient } from './http-client.js';
import { projectFolder } from './project-folder.js';
import { ToolError } from './tool-error.js';

/** A process of Moderato's own, as `dist/<entry>/src/main.js`; its output is kept for the case that it fails. */
export class ServiceProcess {
  private output = '';
  private readonly ended: Promise<unknown>;

  private constructor(
    private readonly entry: string,
    private readonly child: ChildProcess,
  ) {
    this.ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on(
        'data',
        (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-4_000)),
      );
    }
  }

  /** Starts an entry such as `apps/api`; an undefined variable is left out of its environment. */
  static start(entry: string, env: NodeJS.ProcessEnv, file = 'main.js'): ServiceProcess {
    const script = join(projectFolder(), 'dist', entry, 'src', file);
    // Its own process group: on Ctrl-C the caller decides when and in which order the processes end.
    const child = spawn(process.execPath, ['--enable-source-maps', script], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    return new ServiceProcess(entry, child);
  }

  /** Waits until `/health/ready` at the address answers 200. */
  async ready(url: string, limitMs = 60_000): Promise<void> {
    const deadline = performance.now() + limitMs;
    while (!(await isReady(url))) {
      if (this.hasEnded()) throw this.failure('ended before it was ready');
      if (performance.now() > deadline)
        throw this.failure(`was not ready after ${limitMs / 1000} s`);
      await delay(50);
    }
  }

  /** Waits for a process that ends by itself, as a migration does. */
  async exit(): Promise<void> {
    await this.ended;
    if (this.child.exitCode !== 0) throw this.failure('failed');
  }

  /** Asks the process to end, and kills it after 15 s. */
  async stop(): Promise<void> {
    if (this.hasEnded()) return;
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await this.ended;
    clearTimeout(timer);
  }

  hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** An error that shows the last of what the process printed. */
  failure(what: string): ToolError {
    return new ToolError(`${this.entry} ${what}. Its last output:\n${this.output}`);
  }
}

/** Whether a service at the address says that it can take requests. */
export async function isReady(url: string): Promise<boolean> {
  const client = new HttpClient(new URL(url), 1);
  try {
    return (
      (await client.send({ method: 'GET', path: '/health/ready', timeoutMs: 2_000 })).status === 200
    );
  } catch {
    return false;
  } finally {
    client.close();
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
