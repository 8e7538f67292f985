// Runs at the end of npm ci: builds, so that the first npm start need not. An image that installs its
// packages before it has the sources, or without the compiler, builds later or not at all.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './preconditions.mjs';

const sources = existsSync(join(PROJECT, 'apps'));
const compiler = existsSync(join(PROJECT, 'node_modules', 'typescript'));
if (sources && compiler) {
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt();
}
