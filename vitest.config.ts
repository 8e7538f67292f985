import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: { conditions: ['moderato-source', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['moderato-source', 'node', 'import', 'default'] } },
  test: { include: ['libs/**/*.spec.ts', 'apps/**/*.spec.ts'] },
});
