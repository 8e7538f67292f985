// node scripts/launch.mjs <entry below dist/> [args...]: builds if need be, then becomes the entry.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT, requireAll } from './preconditions.mjs';

requireAll();
const { BuildError, ensureBuilt } = await import('./build.mjs');

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  console.error('Usage: node scripts/launch.mjs <entry below dist/> [args...]');
  process.exit(2);
}
try {
  await ensureBuilt({ log: console.error });
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const path = resolve(join(PROJECT, 'dist'), entry.replace(/^(\.\/)?dist\//, ''));
// In this very process, so that signals and exit codes are the entry's own.
process.argv = [process.execPath, path, ...args];
await import(pathToFileURL(path).href);
