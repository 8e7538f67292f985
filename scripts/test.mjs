// npm test [-- vitest arguments]: installs what suites need, builds, runs all tests, counts.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT, requireAll } from './preconditions.mjs';

requireAll();
const { BuildError, ensureBuilt } = await import('./build.mjs');
const { installMissingTools } = await import('./install-tools.mjs');
const { report } = await import('./test-report.mjs');
const { cleanUp } = await import('./test-clean-up.mjs');

/** Everything that tests write to the folder for temporary files goes here, and goes away at the end. */
const folder = mkdtempSync(join(tmpdir(), 'moderato-npm-test-'));
// Services that run as another user must get to their own folders in it.
chmodSync(folder, 0o711);
const summaryFile = join(folder, 'summary.json');
/** @type {import('node:child_process').ChildProcess | undefined} */
let vitest;
endOnSignals();

try {
  const missing = await installMissingTools();
  await ensureBuilt();
  const ended = await runVitest(missing);
  process.exitCode = report({ summary: readSummary(), ended, missing, inCi: inCi() });
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`${error.message}\n0 passed, 1 failed, 0 skipped`);
  process.exitCode = 1;
} finally {
  await cleanUp(folder);
}

/**
 * @param {Map<string, string>} missing
 * @returns {Promise<number | string>} exit code or signal
 */
async function runVitest(missing) {
  const reporter = join(PROJECT, 'scripts', 'test-summary.mjs');
  const program = join(PROJECT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--reporter=default', `--reporter=${reporter}`, ...process.argv.slice(2)];
  const child = spawn(process.execPath, [program, ...args], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, ...environment(missing) },
  });
  vitest = child;
  return new Promise((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1)),
  );
}

/** @param {Map<string, string>} missing */
function environment(missing) {
  const without = [process.env.MODERATO_TEST_WITHOUT, ...missing.keys()].filter(Boolean).join(',');
  return {
    TMPDIR: folder,
    MODERATO_TEST_BUILT: '1',
    MODERATO_TEST_SUMMARY: summaryFile,
    MODERATO_TEST_WITHOUT: without,
  };
}

/** The first signal lets vitest end its tests and clean up, the second ends it at once; we stay to count. */
function endOnSignals() {
  let asked = 0;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      asked += 1;
      if (vitest) vitest.kill(asked === 1 ? signal : 'SIGKILL');
      else void cleanUp(folder).then(() => process.exit(1));
    });
  }
}

/** @returns {import('./test-summary.mjs').Summary | undefined} */
function readSummary() {
  return existsSync(summaryFile) ? JSON.parse(readFileSync(summaryFile, 'utf8')) : undefined;
}

function inCi() {
  return ['true', '1'].includes(process.env.CI ?? '');
}
