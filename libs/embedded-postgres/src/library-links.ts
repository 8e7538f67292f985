import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemCode } from './folder-errors.js';

interface Link {
  path: string;
  target: string;
}

/**
 * The library links that the package lists but npm cannot carry; its install script makes them, unless
 * scripts are denied.
 */
export function missingLibraries(native: string): Link[] {
  return listed(native).filter(({ path }) => !existsSync(path));
}

/**
 * Makes the missing links; false when the folder may not be written.
 *
 * Safe beside another start and a running server: each link appears whole, with the one content it can have.
 */
export function linkLibraries(native: string): boolean {
  for (const { path, target } of missingLibraries(native)) {
    try {
      symlinkSync(target, path);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') return false;
    }
  }
  return missingLibraries(native).length === 0;
}

function listed(native: string): Link[] {
  let text: string;
  try {
    text = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  } catch {
    return [];
  }
  const links = JSON.parse(text) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({
    path: join(dirname(native), target),
    target: basename(source),
  }));
}
