import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, afterEach, onTestFinished } from 'vitest';
import { until } from './until.js';

export interface ProcessExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Readiness {
  /** Ready when this address answers with a status below 400. */
  readyUrl?: string;
  /** Ready when a line of the output has this. */
  readyLine?: string | RegExp;
  /** 30 s unless told otherwise. */
  timeoutMs?: number;
}

const KEPT_CHARACTERS = 1_000_000;
const SHOWN_LINES = 80;
const running = new Set<TestProcess>();
const shownOnFailure = new Set<TestProcess>();

/** A child process of a test: its output kept, its end certain. */
export class TestProcess {
  readonly exited: Promise<ProcessExit>;
  exit: ProcessExit | undefined;
  /** What it wrote, both streams in the order they came. */
  output = '';

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#keep(text));
    }
    this.exited = new Promise((resolve) => {
      const end = (exit: ProcessExit) => {
        running.delete(this);
        resolve((this.exit = exit));
      };
      child.once('error', (error) => {
        this.#keep(String(error));
        end({ code: null, signal: null });
      });
      child.once('close', (code, signal) => end({ code, signal }));
    });
  }

  /** Starts it; it is killed when the test ends, or with the file's last test when a hook started it. */
  static start(
    name: string,
    command: string,
    args: string[],
    env: NodeJS.ProcessEnv,
    cwd: string,
  ): TestProcess {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const started = new TestProcess(name, child);
    running.add(started);
    shownOnFailure.add(started);
    try {
      onTestFinished(async () => {
        await started.kill();
      });
    } catch {
      // Not inside a test: afterAll() below ends it.
    }
    return started;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until it is ready, and fails at once when it ends instead. */
  async ready({ readyUrl, readyLine, timeoutMs = 30_000 }: Readiness): Promise<void> {
    const isReady = async () => {
      if (this.exit) return true;
      if (readyLine !== undefined && !matches(this.output, readyLine)) return false;
      return readyUrl === undefined || answersWell(readyUrl);
    };
    await until(isReady, { what: `${this.name} to be ready`, timeoutMs, intervalMs: 50 });
    if (this.exit)
      throw new Error(`${this.name} ended with ${describeExit(this.exit)}:\n${this.lastLines()}`);
  }

  /** Sends a signal (SIGKILL unless told otherwise) and waits for the end. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<ProcessExit> {
    if (!this.exit) this.child.kill(signal);
    return this.exited;
  }

  /** Stops it in the middle of whatever it does, as a machine that stalls. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  /** Lets it go on after freeze(). */
  thaw(): void {
    this.child.kill('SIGCONT');
  }

  lastLines(count = SHOWN_LINES): string {
    return this.output.split('\n').slice(-count).join('\n');
  }

  #keep(text: string): void {
    this.output = (this.output + text).slice(-KEPT_CHARACTERS);
  }
}

function matches(output: string, line: string | RegExp): boolean {
  return typeof line === 'string' ? output.includes(line) : line.test(output);
}

async function answersWell(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.arrayBuffer();
  return response.status < 400;
}

function describeExit({ code, signal }: ProcessExit): string {
  return signal ?? `code ${code}`;
}

/** Hooks of one file of tests: setup.ts calls it for each, though files share what is loaded. */
export function endProcessesWithTests(): void {
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') {
      for (const shown of shownOnFailure)
        console.error(`--- ${shown.name} (pid ${shown.pid})\n${shown.lastLines()}`);
    }
    for (const shown of shownOnFailure) if (shown.exit) shownOnFailure.delete(shown);
  });
  afterAll(async () => {
    await Promise.all([...running].map((left) => left.kill()));
    shownOnFailure.clear();
  });
}

process.once('exit', () => {
  for (const left of running) process.kill(left.pid, 'SIGKILL');
});
