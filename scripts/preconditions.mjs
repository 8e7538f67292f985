// Runs before anything is built or installed, on any Node: keep to old syntax here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

const LOWEST = [20, 19];

/** One sentence on what keeps Moderato from running here, or undefined. */
export function whatIsMissing() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LOWEST[0] || (major === LOWEST[0] && minor < LOWEST[1])) {
    return `Moderato needs Node ${LOWEST.join('.')} or newer, and this is ${process.version}: install a newer one from https://nodejs.org.`;
  }
  if (!existsSync(join(PROJECT, 'node_modules', '@nestjs', 'core'))) {
    return 'The dependencies are not installed: run npm ci first.';
  }
  return undefined;
}

/** Ends the process with that sentence when something is missing. */
export function requireAll() {
  const missing = whatIsMissing();
  if (missing === undefined) return;
  console.error(missing);
  process.exit(1);
}
