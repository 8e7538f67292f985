import { prepareBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { connectionUrl } from './connection-file.js';
import { type DataFolder, giveToOwner, openDataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { explainingFolderErrors } from './folder-errors.js';
import { FolderLock, type LockHolder } from './folder-lock.js';
import { launch, type LaunchOptions, type RunningServer } from './launch.js';
import type { Postmaster, PostmasterExit } from './postmaster.js';
import { stillRuns } from './process-identity.js';
import { chooseUser } from './run-as.js';
import { ServerLog } from './server-log.js';
import type { Settings } from './settings.js';

export interface EmbeddedPostgresOptions {
  /** Holds the database, its log, its password and its lock; made when missing. */
  dataDirectory: string;
  /** A port that must be this one. Else a free one is chosen, and kept over restarts while it is free. */
  port?: number;
  /** Gets a line when a start takes longer than usual, and why. */
  log?: (line: string) => void;
  settings?: Settings;
  /** How long to wait for another Moderato to leave the folder, in milliseconds. */
  lockWaitMs?: number;
}

export type ExitListener = (exit: PostmasterExit) => void;

const LOCK_WAIT_MS = 10_000;
const FAST_STOP_MS = 30_000;
const IMMEDIATE_STOP_MS = 5_000;

/** A PostgreSQL server of the caller's own, from the binaries that npm installed. */
export class EmbeddedPostgres {
  readonly #exitListeners = new Set<ExitListener>();
  #stopped: Promise<void> | undefined;
  #restarting: Promise<void> | undefined;

  private constructor(
    private readonly lock: FolderLock,
    private readonly options: LaunchOptions,
    private server: RunningServer,
  ) {
    this.#watch(server.postmaster);
  }

  /**
   * Starts a server on the data directory, which is made at the first start; resolves when it answers.
   * Throws EmbeddedPostgresError. The caller must stop it: it has no exit hooks of its own.
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    return explainingFolderErrors(options.dataDirectory, async () => {
      const folder = openDataFolder(options.dataDirectory);
      const lock = await lockFolder(folder, options);
      const serverLog = new ServerLog(folder);
      try {
        const launching = await prepare(folder, serverLog, options);
        return new EmbeddedPostgres(lock, launching, await launch(launching));
      } catch (error) {
        serverLog.close();
        lock.release();
        throw error;
      }
    });
  }

  get url(): string {
    return connectionUrl(this.server.port, this.server.password);
  }

  get port(): number {
    return this.server.port;
  }

  /** The pid of the server's main process, the postmaster. */
  get pid(): number {
    return this.server.postmaster.pid;
  }

  /** Calls back whenever the server ends without stop(); gives a function that ends the subscription. */
  onExit(listener: ExitListener): () => void {
    this.#exitListeners.add(listener);
    return () => void this.#exitListeners.delete(listener);
  }

  /** Starts a server that ended by itself again, at the same address. */
  restart(): Promise<void> {
    if (this.#stopped) return Promise.reject(new Error('stopped for good: start another'));
    this.#restarting ??= this.#launchAgain().finally(() => (this.#restarting = undefined));
    return this.#restarting;
  }

  async #launchAgain(): Promise<void> {
    if (!this.server.postmaster.exit) return;
    const { folder } = this.options;
    this.server = await explainingFolderErrors(folder.root, () =>
      launch({ ...this.options, port: this.port }),
    );
    this.#watch(this.server.postmaster);
  }

  /** Ends the server and gives the folder back; fast (open transactions are undone) unless told otherwise. */
  stop({ mode = 'fast' }: { mode?: 'fast' | 'immediate' } = {}): Promise<void> {
    this.#stopped ??= this.#end(mode);
    return this.#stopped;
  }

  async #end(mode: 'fast' | 'immediate'): Promise<void> {
    await this.#restarting?.catch(() => undefined);
    const { postmaster } = this.server;
    try {
      if (mode === 'fast') {
        postmaster.signal('SIGINT');
        if (await postmaster.endsWithin(FAST_STOP_MS)) return;
      }
      postmaster.signal('SIGQUIT');
      if (await postmaster.endsWithin(IMMEDIATE_STOP_MS)) return;
      postmaster.signal('SIGKILL');
      await postmaster.endsWithin(IMMEDIATE_STOP_MS);
    } finally {
      this.options.serverLog.close();
      this.lock.release();
    }
  }

  #watch(postmaster: Postmaster): void {
    void postmaster.exited.then((exit) => {
      if (this.#stopped) return;
      for (const listener of this.#exitListeners) listener(exit);
    });
  }
}

async function prepare(
  folder: DataFolder,
  serverLog: ServerLog,
  { settings, port, log = () => undefined }: EmbeddedPostgresOptions,
): Promise<LaunchOptions> {
  const binaries = prepareBinaries(chooseUser(folder));
  const { user } = await ensureCluster(folder, binaries, settings?.['fsync'] !== 'off');
  return { folder, program: binaries.postgres, user, serverLog, settings, port, log };
}

async function lockFolder(
  folder: DataFolder,
  options: EmbeddedPostgresOptions,
): Promise<FolderLock> {
  const waitMs = options.lockWaitMs ?? LOCK_WAIT_MS;
  const seconds = Math.ceil(waitMs / 1000);
  const lock = await FolderLock.acquire(folder.lock, {
    waitMs,
    onWait: ({ pid }) =>
      options.log?.(
        `Another Moderato (pid ${pid}) uses ${folder.root}: waiting up to ${seconds} s for it to end.`,
      ),
  });
  if (!(lock instanceof FolderLock)) throw locked(folder, lock);
  giveToOwner(folder, folder.lock);
  return lock;
}

function locked(folder: DataFolder, holder: LockHolder): EmbeddedPostgresError {
  const here = stillRuns(holder) !== undefined;
  const way = here
    ? `end it with "kill ${holder.pid}"`
    : 'end it there, in its container or on its machine';
  return new EmbeddedPostgresError(
    'DATA_FOLDER_LOCKED',
    `Another Moderato (pid ${holder.pid}) uses ${folder.root}: ${way}, or name another data folder.`,
  );
}
