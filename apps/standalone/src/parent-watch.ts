const LOOK_MS = 500;

/**
 * Calls back once the process that started this one is gone: after `kill -9` of npm nobody would
 * pass on a signal any more, and the service would go on unseen.
 */
export function whenParentEnds(callback: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, LOOK_MS);
  timer.unref();
}
