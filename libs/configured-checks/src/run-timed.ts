import type { Config } from '#config';
import { type Check, type CheckContext, type CheckRun, runChecks } from '#moderation';

/**
 * Runs checks by the clock of the process, for as long as the configuration lets each of them.
 * @param atMostMs milliseconds, for who cannot wait that long
 */
export function runTimed(
  { CHECK_TIME_LIMIT_MS }: Config,
  checks: readonly Check[],
  context: CheckContext,
  atMostMs = Infinity,
): Promise<CheckRun[]> {
  return runChecks(checks, context, {
    clock: () => performance.now(),
    timeLimitMs: Math.min(CHECK_TIME_LIMIT_MS, atMostMs),
  });
}
