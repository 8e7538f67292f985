// The build behind npm start and npm test; by itself: node scripts/build.mjs [--force]
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { withBuildLock } from './build-lock.mjs';
import { buildWidget, copyDemo } from './build-widget.mjs';
import { PROJECT, requireAll } from './preconditions.mjs';
import { hashSources } from './source-hash.mjs';

const DIST = join(PROJECT, 'dist');
const STAMP = '.built';
const COMPILER = join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
const BUNDLER = join(PROJECT, 'node_modules', 'vite', 'bin', 'vite.js');
const CONSOLE = join(PROJECT, 'apps', 'console');

/** The compiler said no; the message is what it said. */
export class BuildError extends Error {}

/**
 * Brings dist/ up to date with the sources, which are compared by content. Where there is no compiler or
 * no source, as in the production image, dist/ is taken as it is.
 *
 * @param {{ force?: boolean, log?: (line: string) => void }} [options]
 * @returns {Promise<boolean>} whether it had to build
 */
export async function ensureBuilt({ force = false, log = console.log } = {}) {
  if (!existsSync(COMPILER) || !existsSync(join(PROJECT, 'apps'))) {
    if (existsSync(DIST)) return false;
    throw new BuildError(
      'Nothing is built, and the compiler is not installed: run npm ci (with its development dependencies) first.',
    );
  }
  if (!force && isCurrent(hashSources(PROJECT))) return false;
  return withBuildLock(join(PROJECT, 'dist.lock'), async () => {
    const hash = hashSources(PROJECT);
    if (!force && isCurrent(hash)) return false;
    log('Building (once)…');
    await build(hash);
    return true;
  });
}

/** @param {string} hash */
function isCurrent(hash) {
  const stamp = join(DIST, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/**
 * Into a folder of its own, so that nobody ever runs half a build.
 *
 * @param {string} hash
 */
async function build(hash) {
  removeDrafts();
  const draft = `${DIST}.building-${process.pid}`;
  try {
    await Promise.all([compile(draft), bundleConsole(join(draft, 'apps', 'console'))]);
    await buildWidget(draft);
    copyDemo(draft);
    writeFileSync(join(draft, STAMP), hash);
    putInPlace(draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** What builds that were killed left; the caller holds the lock. */
function removeDrafts() {
  for (const name of readdirSync(PROJECT)) {
    if (/^dist\.(?:building|old)-\d+$/.test(name))
      rmSync(join(PROJECT, name), { recursive: true, force: true });
  }
}

/**
 * Types are checked by npm run check; leaving that out here halves the time of a first start.
 *
 * @param {string} outDir
 * @returns {Promise<void>}
 */
function compile(outDir) {
  const project = join(PROJECT, 'tsconfig.build.json');
  return runTool([COMPILER, '-p', project, '--noCheck', '--outDir', outDir]);
}

/**
 * The moderators' pages, which the API serves.
 *
 * @param {string} outDir
 * @returns {Promise<void>}
 */
function bundleConsole(outDir) {
  return runTool([BUNDLER, 'build', CONSOLE, '--outDir', outDir, '--logLevel', 'warn']);
}

/**
 * @param {string[]} args the script and its arguments
 * @returns {Promise<void>}
 */
async function runTool(args) {
  const tool = spawn(process.execPath, args, {
    cwd: PROJECT,
    // Called from a test, the pages would else be built as for a test.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [tool.stdout, tool.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  const status = await new Promise((resolve) => {
    tool.once('error', (error) => resolve(error.message));
    tool.once('close', (code, signal) => resolve(code ?? signal));
  });
  if (status !== 0) throw new BuildError(`The build failed (${status}):\n${output.trim()}`);
}

/** @param {string} draft */
function putInPlace(draft) {
  const old = `${DIST}.old-${process.pid}`;
  try {
    if (existsSync(DIST)) renameSync(DIST, old);
    renameSync(draft, DIST);
  } catch (error) {
    throw new BuildError(`The build cannot be put into ${DIST}: ${error.message}`);
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  requireAll();
  try {
    await ensureBuilt({ force: argv.includes('--force') });
  } catch (error) {
    console.error(error instanceof BuildError ? error.message : error);
    process.exitCode = 1;
  }
}
