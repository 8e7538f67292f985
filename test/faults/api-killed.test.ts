import { expect, it } from 'vitest';
import { onBothBackends } from './queue-backends.js';
import { expectNothingLost } from './recovery.js';
import { ReplayedLoad } from './replayed-load.js';

onBothBackends((deploy) => {
  it('takes every comment once when APIs are killed while they take some', async () => {
    const deployment = await deploy();
    const load = new ReplayedLoad(deployment, { comments: 500, rate: 300 });
    for (const accepted of [100, 250, 400]) {
      await load.reaches(accepted);
      await deployment.api.kill('SIGKILL');
      await deployment.replaceApi();
    }
    await expectNothingLost(deployment, load);
    // Sent again, for their answers were lost.
    expect((await load.report).retries).toBeGreaterThan(0);
  });
});
