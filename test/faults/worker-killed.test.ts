import { expect, it } from 'vitest';
import { HaltedVerdicts } from './halted-verdicts.js';
import { onBothBackends } from './queue-backends.js';
import { expectNothingLost } from './recovery.js';
import { ReplayedLoad } from './replayed-load.js';

onBothBackends((deploy) => {
  it('loses nothing when workers are killed one after another', async () => {
    const deployment = await deploy();
    const load = new ReplayedLoad(deployment, { comments: 500, rate: 250 });
    for (const [index, accepted] of [100, 250].entries()) {
      await load.reaches(accepted);
      await deployment.workers[index]!.kill('SIGKILL');
      await deployment.addWorker();
    }
    await expectNothingLost(deployment, load);
  });

  it('loses nothing when a worker is killed in the middle of a verdict', async () => {
    const deployment = await deploy();
    const load = new ReplayedLoad(deployment, { comments: 300, rate: 300 });
    await load.reaches(100);
    const halted = await HaltedVerdicts.begin(deployment.databaseUrl);
    await halted.caughtOne();
    const exit = await deployment.workers[0]!.kill('SIGKILL');
    expect(exit.signal).toBe('SIGKILL');
    await halted.end();
    await deployment.addWorker();
    await expectNothingLost(deployment, load);
  });
});
