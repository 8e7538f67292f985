import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../harness/postgres.js';
import { buildOnce } from '../harness/processes.js';
import { startService, type TestService } from '../harness/service.js';
import { runToEnd } from '../harness/tool-run.js';

const TUNE = 'dist/apps/tools/src/tune/main.js';

let service: TestService;
let empty: TestDatabase;
beforeAll(async () => {
  await buildOnce();
  service = await startService({ worker: false });
  empty = await createDatabase();
}, 240_000);
afterAll(async () => {
  await service.stop();
  await empty.drop();
});

describe('npm run tune', () => {
  it('says of a new site that there is too little to go by', async () => {
    const { code, output } = await runToEnd(TUNE, { DATABASE_URL: service.database.url });
    expect(output).toContain('toxicity: 0 examples (0 feedback, 0 decisions)');
    expect(output).toContain('0 examples are too few; it takes 100.');
    expect(output).toContain('Nothing is proposed.');
    expect(code).toBe(0);
  });

  it('says in one sentence that there is no site', async () => {
    const { code, output } = await runToEnd(TUNE, { DATABASE_URL: empty.url });
    expect(output.trim()).toBe('Moderato: Say which site with --site; there is none yet.');
    expect(code).toBe(1);
  });
});
