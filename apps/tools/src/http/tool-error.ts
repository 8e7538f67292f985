import { StartupError } from '#startup';

/** A mistake or an obstacle that the person at the command line can mend; printed as one sentence, without a stack. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** Runs a command and turns what it throws into one line on stderr and exit code 1. */
export async function runTool(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof ToolError) && !isUsageError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** As operators are told of an error by the `runTool` of #startup: mistakes at the command line without a stack. */
export function forOperators(error: unknown): unknown {
  const isMistake = error instanceof ToolError || isUsageError(error);
  return isMistake ? new StartupError(error.message) : error;
}

/** What parseArgs of node:util throws for options that it does not know. */
function isUsageError(error: unknown): error is Error {
  return (
    error instanceof TypeError && String(Reflect.get(error, 'code')).startsWith('ERR_PARSE_ARGS')
  );
}
