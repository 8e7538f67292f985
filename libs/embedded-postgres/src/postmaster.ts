import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { RunAs } from './run-as.js';
import { nameOfCluster, serverEnvironment } from './server-command.js';
import type { ServerLog } from './server-log.js';
import { type Settings, settingArguments } from './settings.js';

/** How a server process ended. */
export interface PostmasterExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface PostmasterCommand {
  program: string;
  cluster: string;
  user: RunAs;
  settings: Settings;
}

/** One run of the server's main process. */
export class Postmaster {
  readonly exited: Promise<PostmasterExit>;
  #exit: PostmasterExit | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly log: ServerLog,
    private readonly logStart: number,
  ) {
    this.exited = new Promise((resolve) => {
      const end = (exit: PostmasterExit) => resolve((this.#exit = exit));
      child.once('exit', (code, signal) => end({ code, signal }));
      child.once('error', () => end({ code: null, signal: null }));
    });
  }

  static launch(command: PostmasterCommand, log: ServerLog): Postmaster {
    const { cluster, user } = command;
    const args = ['-D', nameOfCluster(cluster, user), ...settingArguments(command.settings)];
    const { file, start } = log.open();
    try {
      const child = spawn(command.program, args, {
        ...user,
        cwd: cluster,
        env: serverEnvironment(),
        // A session of its own: Ctrl-C in the terminal must reach Moderato first, which still needs it.
        detached: true,
        stdio: ['ignore', file, file],
        windowsHide: true,
      });
      child.unref();
      return new Postmaster(child, log, start);
    } finally {
      closeSync(file);
    }
  }

  /** 0 when it could not be started at all. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** How it ended; undefined while it runs. */
  get exit(): PostmasterExit | undefined {
    return this.#exit;
  }

  /** What this run wrote to the log. */
  get output(): string {
    return this.log.since(this.logStart);
  }

  signal(signal: NodeJS.Signals): void {
    if (!this.#exit) this.child.kill(signal);
  }

  /** Waits for the end, at most so many milliseconds; whether it came. */
  async endsWithin(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    // The timer also keeps the event loop alive, which the detached child does not.
    const patience = new Promise<false>(
      (resolve) => (timer = setTimeout(() => resolve(false), ms)),
    );
    const ended = await Promise.race([this.exited.then(() => true), patience]);
    clearTimeout(timer);
    return ended;
  }
}
