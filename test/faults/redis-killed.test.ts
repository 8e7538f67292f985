import { expect, it, vi } from 'vitest';
import { createDatabase } from '../harness/postgres.js';
import { startRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';
import { until } from '../harness/until.js';
import { Deployment } from './deployment.js';
import { HaltedVerdicts } from './halted-verdicts.js';
import { expectNothingLost } from './recovery.js';
import { ReplayedLoad } from './replayed-load.js';

vi.setConfig({ testTimeout: 150_000 });

describeWith(needs.redisServer, 'with the queue in Redis', () => {
  it('hands everything in again when Redis comes back with nothing in it', async () => {
    const [redis, { url: databaseUrl }] = await Promise.all([startRedis(), createDatabase()]);
    const deployment = await Deployment.start({ databaseUrl, redisUrl: redis.url });
    const load = new ReplayedLoad(deployment, { comments: 500, rate: 300 });
    await load.reaches(100);
    const halted = await HaltedVerdicts.begin(databaseUrl);
    await halted.caughtOne();
    await until(async () => ((await deployment.queuedJobs()) ?? 0) > 50, {
      what: 'jobs that lie in Redis',
    });
    await redis.kill();
    await halted.end();
    const before = load.accepted.length;
    await load.reaches(before + 20);
    await startRedis({ port: redis.port });
    await expectNothingLost(deployment, load);
    expect(deployment.ended()).toEqual([]);
  });
});
