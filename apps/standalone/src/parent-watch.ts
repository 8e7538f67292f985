import { readFileSync } from 'node:fs';

const LOOK_MS = 500;

/**
 * Calls back once the npm that started this process is gone: after `kill -9` of npm nobody would
 * pass on a signal any more, and the service would go on unseen.
 */
export function whenParentEnds(callback: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const began = ancestry();
  const timer = setInterval(() => {
    if (ancestry() === began) return;
    clearInterval(timer);
    callback();
  }, LOOK_MS);
  timer.unref();
}

/** The pids from here up to npm; they change when npm ends, for its child then gets another parent. */
function ancestry(): string {
  const parent = process.ppid;
  return `${parent} ${isShell(parent) ? (status(parent, 'PPid') ?? '') : ''}`;
}

/** Some shells stay between npm and its script, others become the script. */
function isShell(pid: number): boolean {
  return /^(ba|da|a|k|z)?sh$/.test(status(pid, 'Name') ?? '');
}

/** A field of Linux' word on a process; undefined elsewhere, or when it has ended. */
function status(pid: number, field: string): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'latin1');
    return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(text)?.[1];
  } catch {
    return undefined;
  }
}
