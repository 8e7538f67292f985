import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npmForTests } from './npm-for-tests.mjs';
import { PROJECT } from './preconditions.mjs';

const NAME = 'test/clients';
const FOLDER = join(PROJECT, 'test', 'clients');

/**
 * Installs other services' clients, which the suites of the dialects point at Moderato: 300 MB, nearly all of them googleapis.
 *
 * @returns {string | undefined} why they are still missing
 */
export function installClients() {
  const installed = join(FOLDER, 'node_modules', '.package-lock.json');
  const locked = join(FOLDER, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  return npmForTests(NAME, ['ci', '--prefix', FOLDER]);
}
