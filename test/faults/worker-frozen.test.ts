import { expect, it } from 'vitest';
import type { Deployment } from './deployment.js';
import { HaltedVerdicts } from './halted-verdicts.js';
import { Ledger } from './ledger.js';
import { onBothBackends } from './queue-backends.js';
import { expectNothingLost } from './recovery.js';
import { ReplayedLoad } from './replayed-load.js';

onBothBackends((deploy) => {
  it('has another worker do what a frozen one began, and nothing changes when it wakes', async () => {
    const deployment = await deploy();
    const [sleeper] = deployment.workers;
    const load = new ReplayedLoad(deployment, { comments: 300, rate: 300 });
    await load.reaches(100);
    const halted = await HaltedVerdicts.begin(deployment.databaseUrl);
    await halted.caughtOne();
    sleeper!.freeze();
    await halted.end();
    const second = await deployment.addWorker();
    await expectNothingLost(deployment, load);
    const ledger = new Ledger(deployment.databaseUrl);
    const before = await ledger.decisions();
    sleeper!.thaw();
    await second.kill();
    await expectVerdictOnAnother(deployment);
    // Its end waits for all that it had begun.
    expect(await sleeper!.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect((await ledger.decisions()).slice(0, -1)).toEqual(before);
  });
});

/** The one worker left takes new comments as well. */
async function expectVerdictOnAnother({ url, keys }: Deployment): Promise<void> {
  const response = await fetch(`${url}/v1/comments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${keys.secretKey}`,
      prefer: 'wait=10',
    },
    body: JSON.stringify({
      article: { id: 'after' },
      author: { name: 'Late reader' },
      body: 'It is quiet again.',
    }),
  });
  expect(await response.json()).toMatchObject({ status: 'published' });
}
