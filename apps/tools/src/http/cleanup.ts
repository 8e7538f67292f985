/** What must be undone when a command ends, however it ends. */
export class Cleanup {
  private readonly steps: (() => Promise<unknown>)[] = [];

  /** Adds a step; the last one added runs first. */
  add(step: () => Promise<unknown>): void {
    this.steps.push(step);
  }

  /** Runs all steps, each once; a failing one does not keep the others from running. */
  async run(): Promise<void> {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      await step().catch((error: unknown) =>
        process.stderr.write(`While cleaning up: ${String(error)}\n`),
      );
    }
  }
}

/** Runs work and cleans up after it, also when it throws; on Ctrl-C it cleans up and ends the process with code 130. */
export async function withCleanup<T>(work: (cleanup: Cleanup) => Promise<T>): Promise<T> {
  const cleanup = new Cleanup();
  const ended = new AbortController();
  const endOnSignal = (): void => {
    ended.abort();
    process.stderr.write('Stopping…\n');
    void cleanup.run().finally(() => process.exit(130));
  };
  process.once('SIGINT', endOnSignal).once('SIGTERM', endOnSignal);
  try {
    return await work(cleanup);
  } finally {
    // What the work says about the ground being pulled away under it is of no interest.
    if (ended.signal.aborted) await new Promise(() => undefined);
    await cleanup.run();
    process.off('SIGINT', endOnSignal).off('SIGTERM', endOnSignal);
  }
}
