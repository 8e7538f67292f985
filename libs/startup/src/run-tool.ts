import { explainFailure } from './explain-failure.js';

/**
 * Runs a command-line tool to its end; what it resolves with is the exit code. A failure that the
 * operator can mend is told in one sentence, any other with its stack.
 */
export async function runTool(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`Moderato: ${explainFailure(error) ?? detail}\n`);
    process.exitCode = 1;
  }
}
