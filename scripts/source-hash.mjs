import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['apps', 'libs', 'bench'];
const COMPILED = /\.(?:[cm]?tsx?|[cm]?js|json|css|html|svg)$/;
const LEFT_OUT = /\.spec\.tsx?$|(?:^|[\\/])node_modules[\\/]/;

/**
 * A hash of everything the build reads: times and dates say too little after a checkout or a copy.
 *
 * @param {string} project
 * @returns {string}
 */
export function hashSources(project) {
  const hash = createHash('sha256');
  for (const path of listSources(project)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(project, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} project */
function listSources(project) {
  const settings = readdirSync(project).filter((name) =>
    /^(?:package(?:-lock)?|tsconfig.*)\.json$/.test(name),
  );
  const sources = FOLDERS.filter((folder) => existsSync(join(project, folder))).flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath ?? entry.path, entry.name).slice(join(project, '/').length),
      )
      .filter((path) => COMPILED.test(path) && !LEFT_OUT.test(path)),
  );
  return [...settings, ...sources].sort();
}
