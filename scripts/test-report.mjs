/**
 * @typedef {object} Outcome
 * @property {import('./test-summary.mjs').Summary | undefined} summary undefined when vitest wrote none
 * @property {number | string} ended vitest's exit code or signal
 * @property {Map<string, string>} missing tools that are missing, each with the reason
 * @property {boolean} inCi
 */

const SHOWN = 30;
const NOTHING = { passed: 0, failed: 0, skipped: 0, leftOut: [], broken: [] };

/**
 * Prints what was left out and why, what failed outside of tests, and the counts as the last line.
 *
 * @param {Outcome} outcome
 * @returns {number} the exit code
 */
export function report({ summary, ended, missing, inCi }) {
  const { passed, skipped, leftOut, broken, ...rest } = summary ?? NOTHING;
  const unexplained = unexplainedEnd({ summary, ended });
  const failed = rest.failed + unexplained.length;
  const lines = [...broken, ...unexplained].map((line) => `Failed: ${line}`);
  lines.push(...listLeftOut(leftOut, missing));
  const incomplete = inCi && (skipped > 0 || missing.size > 0);
  if (incomplete) lines.push('CI=true: what is left out counts as a failure.');
  for (const line of lines) console.log(line);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || incomplete ? 1 : 0;
}

/**
 * What makes the run a failure though no test failed.
 *
 * @param {Pick<Outcome, 'summary' | 'ended'>} outcome
 */
function unexplainedEnd({ summary, ended }) {
  if (!summary) return [`vitest ended with ${ended} and without a result`];
  const { passed, failed, skipped } = summary;
  if (passed + failed + skipped === 0) return ['no test was found'];
  if (ended !== 0 && failed === 0) return [`vitest ended with ${ended} though no test failed`];
  return [];
}

/**
 * @param {import('./test-summary.mjs').LeftOut[]} leftOut
 * @param {Map<string, string>} missing
 */
function listLeftOut(leftOut, missing) {
  const lines = leftOut.slice(0, SHOWN).map(({ suite, tests, note }) => {
    const counted = tests === 1 ? '1 test' : `${tests} tests`;
    return `Left out: ${suite} (${counted}): ${note ?? reasonOf(suite, missing)}`;
  });
  if (leftOut.length > SHOWN) lines.push(`Left out: ${leftOut.length - SHOWN} more suites`);
  const named = leftOut.map(({ suite }) => /\(needs (.+)\)/.exec(suite)?.[1]);
  for (const [tool, reason] of missing) if (!named.includes(tool)) lines.push(`Missing: ${reason}`);
  return lines;
}

/**
 * @param {string} suite
 * @param {Map<string, string>} missing
 */
function reasonOf(suite, missing) {
  const needed = /\(needs (.+)\)/.exec(suite)?.[1];
  if (needed === undefined) return 'skipped in its own code or by the arguments given';
  return missing.get(needed) ?? `${needed} is not here`;
}
