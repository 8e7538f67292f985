import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDatabase } from '../harness/postgres.js';
import { freePort, spawnService } from '../harness/processes.js';
import { runToEnd } from '../harness/tool-run.js';

vi.setConfig({ testTimeout: 120_000 });

const API = 'dist/apps/api/src/main.js';
const ADD_SITE = 'dist/apps/tools/src/add-site/main.js';
const FIRST_ADMIN = 'dist/apps/tools/src/first-admin/main.js';
const COURIER = ['--name', 'The Courier', '--origins', 'https://courier.example'];

async function databaseUrl(options?: { empty: boolean }): Promise<string> {
  const database = await createDatabase(options);
  onTestFinished(() => database.drop());
  return database.url;
}

describe('npm run add-site', () => {
  it('makes a site whose keys work, from its origins, and whose first admin can come in', async () => {
    const port = String(await freePort());
    const env = { DATABASE_URL: await databaseUrl(), PORT: port };
    expect(await runToEnd(FIRST_ADMIN, env)).toEqual({
      code: 1,
      output: 'Moderato: There is no site yet; npm run -s add-site makes one.\n',
    });
    const { code, output } = await runToEnd(ADD_SITE, env, COURIER);
    expect(code, output).toBe(0);
    const publicKey = /pk_[0-9a-f]{24}/.exec(output)?.[0] ?? '';
    const secretKey = /sk_[0-9a-f]{64}/.exec(output)?.[0] ?? '';
    const address = `http://127.0.0.1:${port}`;
    await spawnService(API, env, { readyUrl: `${address}/health/ready` });
    const counts = (origin: string) =>
      fetch(`${address}/v1/counts?article=a&siteKey=${publicKey}`, { headers: { origin } });
    expect((await counts('https://courier.example')).status).toBe(200);
    expect((await counts('https://elsewhere.example')).status).toBe(403);
    const headers = { authorization: `Bearer ${secretKey}` };
    expect((await fetch(`${address}/v1/policy`, { headers })).status).toBe(200);
    expect((await runToEnd(FIRST_ADMIN, env)).output).toContain(
      'becomes the admin of The Courier;',
    );
  });

  it('makes one more, as JSON, and never two of one name', async () => {
    const env = { DATABASE_URL: await databaseUrl() };
    expect((await runToEnd(ADD_SITE, env, COURIER)).code).toBe(0);
    const again = await runToEnd(ADD_SITE, env, COURIER);
    expect(again).toEqual({
      code: 1,
      output: 'Moderato: There is a site called "The Courier" already; give another name.\n',
    });
    const other = ['--name', 'The Herald', '--origins', '*', '--json'];
    expect(JSON.parse((await runToEnd(ADD_SITE, env, other)).output)).toEqual({
      name: 'The Herald',
      origins: ['*'],
      publicKey: expect.stringMatching(/^pk_/) as string,
      secretKey: expect.stringMatching(/^sk_/) as string,
    });
  });

  it('says in one sentence what is missing', async () => {
    const env = { DATABASE_URL: await databaseUrl({ empty: true }) };
    for (const [args, sentence] of [
      [
        COURIER,
        /^Moderato: The database lacks \d+ of our migrations; run npm run migrate first.\n$/,
      ],
      [['--nme', 'x'], /^Moderato: Unknown option '--nme'/],
      [[], /^Moderato: No name: give --name .*\n$/],
    ] as const) {
      const { code, output } = await runToEnd(ADD_SITE, env, [...args]);
      expect(code).toBe(1);
      expect(output).toMatch(sentence);
      expect(output).not.toMatch(/^\s+at /m);
    }
  });
});
