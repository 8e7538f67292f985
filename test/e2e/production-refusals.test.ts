import { expect, inject, it, vi } from 'vitest';
import { runToEnd } from '../harness/tool-run.js';
import { createDatabase } from '../harness/postgres.js';
import { freePort } from '../harness/processes.js';
import { startRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';

vi.setConfig({ testTimeout: 120_000 });

const ENTRIES = ['api', 'worker'].map((app) => `dist/apps/${app}/src/main.js`);
const SECRET = 'not-the-password';

/** The run's Postgres, reached in another way. */
function postgresWith(change: (url: URL) => void): string {
  const url = new URL(inject('postgresUrl'));
  change(url);
  return url.href;
}

/** Starts it where it cannot start, and gives the one sentence that it says. */
async function refusal(entry: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { code, output } = await runToEnd(entry, { LOG_LEVEL: 'fatal', PORT: '0', ...env });
  expect(code, output).toBe(1);
  expect(output).toMatch(/^Moderato: [^\n]+\n$/);
  expect(output).not.toContain(SECRET);
  return output;
}

it.each(ENTRIES)('%s says that the password is wrong', async (entry) => {
  const url = postgresWith((wrong) => (wrong.password = SECRET));
  expect(await refusal(entry, { DATABASE_URL: url })).toContain('refuses the password');
});

it.each(ENTRIES)('%s says that the database does not exist', async (entry) => {
  const url = postgresWith((wrong) => (wrong.pathname = '/no_such_database'));
  expect(await refusal(entry, { DATABASE_URL: url })).toContain('does not exist');
});

// Side by side within one test: each waits for its server as long as a start may take.
it('names the address where no Postgres answers', async () => {
  const host = `127.0.0.1:${await freePort()}`;
  const DATABASE_URL = `postgres://moderato:${SECRET}@${host}/moderato`;
  const said = await Promise.all(ENTRIES.map((entry) => refusal(entry, { DATABASE_URL })));
  for (const sentence of said) expect(sentence).toContain(`PostgreSQL does not answer at ${host}`);
});

it('names the address where no Redis answers', async () => {
  const host = `127.0.0.1:${await freePort()}`;
  const DATABASE_URL = (await createDatabase()).url;
  const REDIS_URL = `redis://:${SECRET}@${host}`;
  const said = await Promise.all(
    ENTRIES.map((entry) => refusal(entry, { DATABASE_URL, REDIS_URL })),
  );
  for (const sentence of said) expect(sentence).toContain(`Redis does not answer at ${host}`);
});

describeWith(needs.redisServer, 'a Redis with a password', () => {
  it.each(ENTRIES)('%s says that it is wrong', async (entry) => {
    const redis = await startRedis({ args: ['--requirepass', 'the-password'] });
    const DATABASE_URL = (await createDatabase()).url;
    const REDIS_URL = `redis://:${SECRET}@127.0.0.1:${redis.port}`;
    expect(await refusal(entry, { DATABASE_URL, REDIS_URL })).toContain('refuses the password');
  });
});

it('the worker does not start without the weights of its classifier', async () => {
  const CLASSIFIER_WEIGHTS = '/no/such/file';
  const DATABASE_URL = inject('postgresUrl');
  const said = await refusal('dist/apps/worker/src/main.js', { DATABASE_URL, CLASSIFIER_WEIGHTS });
  expect(said).toContain(`cannot be read from ${CLASSIFIER_WEIGHTS} (ENOENT); correct`);
});

it.each(ENTRIES)('%s asks for DATABASE_URL when there is none', async (entry) => {
  expect(await refusal(entry, {})).toContain('DATABASE_URL must be set');
});
