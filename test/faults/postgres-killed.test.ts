import { afterAll, beforeAll, expect, it } from 'vitest';
import { OwnPostgres } from './own-postgres.js';
import { onBothBackends } from './queue-backends.js';
import { expectNothingLost } from './recovery.js';
import { ReplayedLoad } from './replayed-load.js';

let postgres: OwnPostgres;
beforeAll(async () => {
  postgres = await OwnPostgres.start();
});
afterAll(() => postgres.stop());

onBothBackends((deploy) => {
  it('keeps what it answered when the server is killed and started again', async () => {
    const deployment = await deploy({ databaseUrl: await postgres.createDatabase() });
    const load = new ReplayedLoad(deployment, { comments: 400, rate: 300 });
    await load.reaches(150);
    await postgres.crash();
    await expectNothingLost(deployment, load);
    expect(deployment.ended()).toEqual([]);
  });

  it('goes on by itself when one process of the server is killed', async () => {
    const deployment = await deploy({ databaseUrl: await postgres.createDatabase() });
    const load = new ReplayedLoad(deployment, { comments: 300, rate: 300 });
    await load.reaches(100);
    await postgres.killBackend();
    await expectNothingLost(deployment, load);
    expect(deployment.ended()).toEqual([]);
  });
});
