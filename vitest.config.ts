import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Our libraries from their sources, as package.json's imports have them. */
const conditions = ['moderato-source', 'node'];

/** Suites that start servers: each file has a database of its own on the run's Postgres. */
function onServers(name: string, groupOrder: number, fileParallelism: boolean) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      globalSetup: ['test/harness/global-setup.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
      fileParallelism,
      sequence: { groupOrder },
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
    sequence: { groupOrder: 5 },
  },
};

export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    pool: 'forks',
    // One fewer than cores is the default: on two cores files would wait for each other, and most of them wait for servers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/harness/setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{libs,apps,bench}/**/*.spec.ts'],
          // Laws are tried on hundreds of texts, on machines with other work to do.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      onServers('integration', 1, true),
      onServers('e2e', 2, true),
      // One at a time: they kill and freeze what they started, and wait for it to recover.
      onServers('faults', 3, false),
      onServers('browser', 4, false),
      // npm run screenshots: it writes pictures and tests nothing.
      ...(process.env['MODERATO_SCREENSHOTS'] === '1' ? [screenshots] : []),
    ],
  },
});
