import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs';
import { type DataFolder, giveToOwner } from './data-folder.js';

const CAP_BYTES = 5 * 1024 * 1024;
const CHECK_MS = 60_000;
const TAIL_BYTES = 64 * 1024;

/**
 * The file that Postgres writes its log to by itself, so that it can go on when its parent is killed.
 * At 5 MB it moves to `<name>.1`, of which there is one.
 */
export class ServerLog {
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly folder: DataFolder) {
    this.#timer = setInterval(() => this.#cap(), CHECK_MS).unref();
  }

  /** Opens the file for a new server and says where its lines begin. */
  open(): { file: number; start: number } {
    this.#cap();
    const file = openLog(this.folder.log);
    giveToOwner(this.folder, this.folder.log);
    return { file, start: fstatSync(file).size };
  }

  /** What was written since `start`, at most 64 KiB of it. */
  since(start: number): string {
    const file = openSync(this.folder.log, 'r');
    try {
      const text = Buffer.alloc(TAIL_BYTES);
      return text.toString('utf8', 0, readSync(file, text, 0, TAIL_BYTES, start));
    } finally {
      closeSync(file);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Copied and cut, not renamed: the server holds the file open and appends to it. */
  #cap(): void {
    const { log } = this.folder;
    try {
      const file = openLog(log);
      if (fstatSync(file).size >= CAP_BYTES) {
        rmSync(`${log}.1`, { force: true });
        copyFileSync(log, `${log}.1`, constants.COPYFILE_EXCL);
        ftruncateSync(file);
      }
      closeSync(file);
    } catch {
      // On a full disk the log stays as it is; the server has its own word to say about that.
    }
  }
}

/** Never through a link, which root might be led to somewhere by the folder's owner. */
function openLog(path: string): number {
  const { O_APPEND, O_CREAT, O_WRONLY } = constants;
  // Windows has no such flag.
  const O_NOFOLLOW = (constants.O_NOFOLLOW as number | undefined) ?? 0;
  return openSync(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY, 0o600);
}
