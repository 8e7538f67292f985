import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmForTests } from './npm-for-tests.mjs';
import { PROJECT } from './preconditions.mjs';

const NAME = 'onnxruntime-node';
/** Where test/harness/requirements.ts looks for it. */
const FOLDER = join(PROJECT, 'node_modules', '.cache', 'onnxruntime');

/**
 * Installs the optional package that the suite of ONNX models needs, beside the project's own packages: it has 288 MB.
 *
 * @returns {string | undefined} why it is still missing
 */
export function installOnnxRuntime() {
  const there = [PROJECT, FOLDER].some((from) => existsSync(join(from, 'node_modules', NAME)));
  if (there) return undefined;
  const { peerDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  return npmForTests(NAME, ['install', '--prefix', FOLDER, `${NAME}@${peerDependencies[NAME]}`]);
}
