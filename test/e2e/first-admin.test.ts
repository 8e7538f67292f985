import { expect, it, onTestFinished, vi } from 'vitest';
import { ensureSite, newSiteKeys } from '#sites';
import { createDatabase } from '../harness/postgres.js';
import { freePort, spawnService } from '../harness/processes.js';
import { dataFolder, StandaloneService } from '../harness/standalone-service.js';
import { runToEnd } from '../harness/tool-run.js';

vi.setConfig({ testTimeout: 120_000 });

const API = 'dist/apps/api/src/main.js';
const TOOL = 'dist/apps/tools/src/first-admin/main.js';
const LINK = /(http\S+)\/console\/welcome#([\w-]{43})/;

/** Takes a link as the console's page does, and gives the answer's status. */
async function accept(address: string, text: string): Promise<number> {
  const token = LINK.exec(text)?.[2];
  const response = await fetch(`${address}/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      email: 'admin@news.example',
      name: 'Admin',
      password: 'a long enough password',
    }),
  });
  await response.arrayBuffer();
  return response.status;
}

it('is told by the banner of npm start where the console is, and how to get in, until there is an admin', async () => {
  const folder = dataFolder();
  const service = await StandaloneService.start(folder);
  expect(service.banner).toContain(`\n  Console     ${service.url}/console\n`);
  expect(LINK.exec(service.banner)?.[1]).toBe(service.url);
  expect(await accept(service.url, service.banner)).toBe(200);
  expect(await accept(service.url, service.banner)).toBe(410);
  await service.process.kill('SIGTERM');
  const again = await StandaloneService.start(folder);
  expect(again.banner).toContain(`${again.url}/console\n`);
  expect(again.banner).not.toMatch(LINK);
  expect(again.banner).not.toContain('admin');
});

it('is told the public address, if there is one', async () => {
  const env = { PUBLIC_URL: 'https://moderato.news.example' };
  const service = await StandaloneService.start(dataFolder(), { env });
  expect(service.banner).toContain('\n  Console     https://moderato.news.example/console\n');
  expect(LINK.exec(service.banner)?.[1]).toBe('https://moderato.news.example');
});

it('gets the link by npm run first-admin, and not from the log of the API', async () => {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  await ensureSite(database.url, newSiteKeys(), ['*']);
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}`;
  const env = { DATABASE_URL: database.url, PORT: port };
  const ready = { readyUrl: `${address}/health/ready`, readyLine: 'npm run -s first-admin' };
  const api = await spawnService(API, env, ready);
  expect(api.output.match(/first-admin/g)).toHaveLength(1);
  expect(api.output).not.toMatch(/welcome|#/);
  const older = await runToEnd(TOOL, env);
  const newer = await runToEnd(TOOL, env);
  expect(older.code).toBe(0);
  expect(LINK.exec(older.output)?.[1]).toBe(address);
  expect(await accept(address, older.output)).toBe(410);
  expect(await accept(address, newer.output)).toBe(200);
  expect(await runToEnd(TOOL, env)).toEqual({
    code: 0,
    output: 'Every site has an admin, who invites all others.\n',
  });
  expect(api.output).not.toMatch(/admin@|a long enough password/);
  await api.kill('SIGTERM');
  const later = await spawnService(API, env, { readyUrl: `${address}/health/ready` });
  await later.kill('SIGTERM');
  expect(later.output).not.toContain('first-admin');
});

it('asks for the migrations first', async () => {
  const database = await createDatabase({ empty: true });
  onTestFinished(() => database.drop());
  const { code, output } = await runToEnd(TOOL, { DATABASE_URL: database.url });
  expect(code).toBe(1);
  expect(output).toContain('run npm run migrate first.');
});
