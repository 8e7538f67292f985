import { expect, it, vi } from 'vitest';
import { expectOneVerdictEach } from '../faults/recovery.js';
import { ReplayedLoad } from '../faults/replayed-load.js';
import { dataFolder, postmasterPid, StandaloneService } from '../harness/standalone-service.js';
import { until } from '../harness/until.js';

vi.setConfig({ testTimeout: 150_000 });

/** The load goes on over the stop: every post is sent again until it is answered. */
async function expectAllDone(service: StandaloneService, load: ReplayedLoad): Promise<void> {
  expect(await load.report).toMatchObject({ lost: 0, failed: 0, refused: {} });
  await expectOneVerdictEach(service.databaseUrl, load.accepted);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'ends on %s under load within 10 s, with nothing half done',
  async (signal) => {
    const folder = dataFolder();
    const first = await StandaloneService.start(folder);
    const load = new ReplayedLoad(first, { comments: 400, rate: 250 });
    await load.reaches(120);
    const asked = performance.now();
    expect(await first.process.kill(signal), first.process.lastLines()).toEqual({
      code: 0,
      signal: null,
    });
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(postmasterPid(folder)).toBeUndefined();
    await expectAllDone(await StandaloneService.start(folder, { port: first.port }), load);
  },
);

it('starts again after kill -9, on the data that its orphaned Postgres holds', async () => {
  const folder = dataFolder();
  const first = await StandaloneService.start(folder);
  const load = new ReplayedLoad(first, { comments: 400, rate: 250 });
  await load.reaches(120);
  const orphan = postmasterPid(folder)!;
  await first.process.kill('SIGKILL');
  expect(runs(orphan)).toBe(true);
  const second = await StandaloneService.start(folder, { port: first.port });
  await expectAllDone(second, load);
  expect(postmasterPid(folder)).not.toBe(orphan);
});

it('goes on by itself when its Postgres is killed', async () => {
  const folder = dataFolder();
  const service = await StandaloneService.start(folder);
  const load = new ReplayedLoad(service, { comments: 400, rate: 250 });
  await load.reaches(120);
  process.kill(postmasterPid(folder)!, 'SIGKILL');
  await expectAllDone(service, load);
  expect(service.process.exit).toBeUndefined();
  expect(await service.process.kill('SIGTERM')).toEqual({ code: 0, signal: null });
});

it('ends by itself when npm is killed, and npm start works at once', async () => {
  const folder = dataFolder();
  const npm = { command: ['npm', 'start'] };
  const first = await StandaloneService.start(folder, npm);
  expect(await first.post('Before.')).toBe(202);
  const postmaster = postmasterPid(folder)!;
  // Not awaited: what npm started still holds its output.
  void first.process.kill('SIGKILL');
  const second = await StandaloneService.start(folder, { ...npm, port: first.port });
  expect(await second.post('After.')).toBe(202);
  expect(runs(postmaster)).toBe(false);
  await second.process.kill('SIGTERM');
  await until(() => postmasterPid(folder) === undefined, { what: 'the end of Postgres' });
});
