import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installClients } from './install-clients.mjs';
import { installOnnxRuntime } from './install-onnx-runtime.mjs';

/**
 * @typedef {object} Tool
 * @property {string} name as suites say it: "(needs <name>)"
 * @property {string[]} programs any of these on PATH is it
 * @property {string} debian the package that has it
 */

/** @type {Tool[]} */
const TOOLS = [
  { name: 'redis-server', programs: ['redis-server'], debian: 'redis-server' },
  {
    name: 'chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    debian: 'chromium',
  },
];

const LOCK_WAIT_S = 300;
const RETRY_MS = 15_000;

/**
 * Installs what suites need beside npm packages, where that can be done without asking: as root on Debian
 * and Ubuntu, unless MODERATO_NO_INSTALL=1.
 *
 * @returns {Promise<Map<string, string>>} what is still missing, each with the reason
 */
export async function installMissingTools() {
  const missing = new Map();
  for (const tool of TOOLS.filter((one) => !isThere(one))) {
    const reason = whyNotInstall(tool) ?? (await install(tool));
    if (reason !== undefined) missing.set(tool.name, reason);
  }
  const onnxRuntime = installOnnxRuntime();
  if (onnxRuntime !== undefined) missing.set('onnxruntime-node', onnxRuntime);
  const clients = installClients();
  if (clients !== undefined) missing.set('test/clients', clients);
  return missing;
}

/** @param {Tool} tool */
function isThere({ programs, name }) {
  if (name === 'chromium' && process.env.CHROMIUM_PATH)
    return existsSync(process.env.CHROMIUM_PATH);
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return programs.some((program) => folders.some((folder) => existsSync(join(folder, program))));
}

/** @param {Tool} tool */
function whyNotInstall({ name, debian }) {
  if (process.env.MODERATO_NO_INSTALL === '1')
    return `${name} is not installed, and MODERATO_NO_INSTALL=1 forbids to install it`;
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get'))
    return `${name} is not installed: install it and run again`;
  if (process.getuid?.() !== 0)
    return `${name} is not installed: "sudo apt-get install -y ${debian}", then run again`;
  return undefined;
}

/** @param {Tool} tool */
async function install(tool) {
  console.log(
    `Installing ${tool.debian} with apt-get, which tests need (MODERATO_NO_INSTALL=1 forbids it)…`,
  );
  let failure = tryInstall(tool);
  if (failure !== undefined) {
    console.log(`That failed (${failure}): once more in ${RETRY_MS / 1000} s…`);
    await sleep(RETRY_MS);
    failure = tryInstall(tool);
  }
  return failure === undefined ? undefined : `${tool.name} could not be installed: ${failure}`;
}

/** @param {Tool} tool */
function tryInstall(tool) {
  const update = aptGet('update');
  // Lists may be stale only in part (one source of many is away), and the package known all the same.
  const failure = aptGet('install', '--yes', '--no-install-recommends', tool.debian);
  if (failure !== undefined) return update === undefined ? failure : `${update}; ${failure}`;
  return isThere(tool) ? undefined : `apt-get put no ${tool.programs[0]} on PATH`;
}

/** @param {string[]} args */
function aptGet(...args) {
  const run = spawnSync('apt-get', ['-q', '-o', `DPkg::Lock::Timeout=${LOCK_WAIT_S}`, ...args], {
    encoding: 'utf8',
    // RUNLEVEL=1 keeps the package from starting a service of its own.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.status === 0) return undefined;
  const lines = (run.stderr ?? '')
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('E:'));
  return lines[0]?.slice(3) ?? run.error?.message ?? `apt-get ${args[0]} ended with ${run.status}`;
}
