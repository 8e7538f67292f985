import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './preconditions.mjs';

const NAME = 'onnxruntime-node';
/** Where test/harness/requirements.ts looks for it. */
const FOLDER = join(PROJECT, 'node_modules', '.cache', 'onnxruntime');

/**
 * Installs the optional package that the suite of ONNX models needs, beside the project's own packages: at 288 MB
 * it is not for every `npm ci`.
 *
 * @returns {string | undefined} why it is still missing
 */
export function installOnnxRuntime() {
  const there = [PROJECT, FOLDER].some((from) => existsSync(join(from, 'node_modules', NAME)));
  if (there) return undefined;
  if (process.env.MODERATO_NO_INSTALL === '1')
    return `${NAME} is not installed, and MODERATO_NO_INSTALL=1 forbids to install it`;
  console.log(`Installing ${NAME}, which tests need (MODERATO_NO_INSTALL=1 forbids it)…`);
  const { peerDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  const wanted = `${NAME}@${peerDependencies[NAME]}`;
  const args = ['install', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund'];
  const run = spawnSync('npm', [...args, wanted], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (run.status === 0) return undefined;
  const lines = (run.stderr ?? '').split('\n').filter((line) => line.startsWith('npm error'));
  return `${NAME} could not be installed: ${lines[0] ?? run.error?.message ?? run.status}`;
}
