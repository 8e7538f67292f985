import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/harness/slowest-first.js';

/** Our libraries from their sources, as package.json's imports have them. */
const conditions = ['moderato-source', 'node'];

/** Suites that start servers: each file has a database of its own on the run's Postgres. */
function onServers(name: string) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      globalSetup: ['test/harness/global-setup.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

const screenshots = {
  extends: true as const,
  test: {
    name: 'screenshots',
    include: ['test/browser/screenshots/*.shots.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
};

export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    pool: 'forks',
    // Files that follow each other in a worker share what is loaded: the whole service takes seconds to load.
    isolate: false,
    // One fewer than cores is the default: on two cores files would wait for each other, and most of them wait for servers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/harness/setup.ts'],
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{libs,apps,bench}/**/*.spec.ts'],
          // Laws are tried on hundreds of texts, on machines with other work to do.
          testTimeout: 30_000,
        },
      },
      onServers('integration'),
      onServers('e2e'),
      onServers('faults'),
      onServers('browser'),
      // npm run screenshots: it writes pictures and tests nothing.
      ...(process.env['MODERATO_SCREENSHOTS'] === '1' ? [screenshots] : []),
    ],
  },
});
