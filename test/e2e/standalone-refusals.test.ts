import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import {
  dataFolder,
  openDataFolder,
  ORDINARY_USER,
  postmasterPid,
  StandaloneService,
} from '../harness/standalone-service.js';
import { freePort } from '../harness/processes.js';

vi.setConfig({ testTimeout: 120_000 });

/** A small disk can only be made by those who may mount one. */
const MAY_MOUNT = mayMount();

/** Starts it where it cannot start, and gives what it says; that must be one sentence after our name. */
async function refusal(
  folder: string,
  options: Parameters<typeof StandaloneService.spawn>[1] = {},
): Promise<string> {
  const { process: started } = await StandaloneService.spawn(folder, options);
  const { code } = await started.exited;
  expect({ code, output: started.output }).toEqual({ code: 1, output: expect.any(String) });
  const said = started.output.split('\n').filter((line) => line.startsWith('Moderato: '));
  expect(said, started.output).toHaveLength(1);
  expect(started.output).not.toMatch(/^\s+at /m);
  return said[0]!;
}

it('refuses a folder that another one uses, and names it', async () => {
  const folder = dataFolder();
  const first = await StandaloneService.start(folder);
  const said = await refusal(folder);
  expect(said).toContain(`Another Moderato (pid ${first.process.pid}) uses ${folder}`);
  expect(await first.post('Still there.')).toBe(202);
});

it('names a port that is taken, and leaves nothing running', async () => {
  const folder = dataFolder();
  const port = await freePort();
  const thief = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void thief.close());
  expect(await refusal(folder, { port })).toContain(`Port ${port} on 127.0.0.1 is taken`);
  expect(postmasterPid(folder)).toBeUndefined();
});

it('refuses a data folder that is a file', async () => {
  const folder = dataFolder();
  writeFileSync(folder, '');
  expect(await refusal(folder)).toContain(`${folder} or a part of its path is a file`);
});

it('refuses a damaged site.json and leaves nothing running', async () => {
  const folder = dataFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, 'site.json'), '{"publicKey": "pk_0123');
  expect(await refusal(folder)).toContain(`${join(folder, 'site.json')} holds no keys`);
  expect(postmasterPid(folder)).toBeUndefined();
});

it('refuses damaged weights of the classifier, says what to do and leaves nothing running', async () => {
  const folder = dataFolder();
  mkdirSync(folder);
  const weights = join(folder, 'cut-off.weights');
  writeFileSync(weights, 'MODERATO');
  const said = await refusal(folder, { env: { CLASSIFIER_WEIGHTS: weights } });
  expect(said).toContain(`${weights}: This is no weights file of Moderato; correct`);
  expect(postmasterPid(folder)).toBeUndefined();
});

it('lists all settings that break their rule, and shows none of their values', async () => {
  const env = { PORT: 'eighty', MODERATO_SITE_SECRET: 'short!', WORKER_CONCURRENCY: '-5' };
  const said = await refusal(dataFolder(), { env });
  for (const name of Object.keys(env)) expect(said).toContain(name);
  for (const value of Object.values(env)) expect(said).not.toContain(value);
});

it('says so when it may not write to the folder', async () => {
  const folder = openDataFolder();
  mkdirSync(folder, { mode: 0o500 });
  const said = await refusal(folder, { command: ORDINARY_USER });
  expect(said).toContain(`cannot read and write ${folder}`);
});

it.skipIf(!MAY_MOUNT)('says that the disk is full (needs the right to mount)', async () => {
  const folder = dataFolder();
  mkdirSync(folder);
  mount(folder);
  onTestFinished(() => unmount(folder));
  expect(await refusal(folder)).toContain(`The disk under ${folder} is full`);
});

function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'moderato-mount-'));
  try {
    mount(folder);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** Too small for a database. */
function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' });
}

function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder]);
}
