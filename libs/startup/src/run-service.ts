import { explainFailure } from './explain-failure.js';

/** Something that runs until it is told to stop. */
export interface Service {
  /** Ends what is at work and lets go of everything. */
  stop(): Promise<void>;
}

/** After this time a stop that hangs is cut short: ten seconds are promised. */
const STOP_MS = 9_500;

/**
 * Starts a service and stops it on SIGTERM, SIGINT or SIGHUP. A failure that the operator can mend is told
 * in one sentence, any other with its stack; both end the process with code 1.
 */
export async function runService(start: () => Promise<Service>): Promise<void> {
  const stopped = new AbortController();
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  const onSignal = (): void => stopped.abort();
  for (const signal of signals) process.on(signal, onSignal);
  try {
    const service = await start();
    if (stopped.signal.aborted) await end(service);
    else stopped.signal.addEventListener('abort', () => void end(service));
  } catch (error) {
    fail(error);
  }
}

async function end(service: Service): Promise<void> {
  const late = setTimeout(() => {
    process.stderr.write(
      'Stopping took too long; what was at work is taken up at the next start.\n',
    );
    process.exit(1);
  }, STOP_MS);
  try {
    await service.stop();
    clearTimeout(late);
    process.exit(0);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): never {
  const sentence = explainFailure(error);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Moderato: ${sentence ?? detail}\n`);
  process.exit(1);
}
