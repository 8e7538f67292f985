import { expect, it } from 'vitest';
import { describeWith, needs } from '../harness/requirements.js';
import { startRedis } from '../harness/redis.js';
import { startService } from '../harness/service.js';
import { HELD, scoreFromText } from './support/checks.js';
import { Client } from './support/client.js';
import { Desk } from './support/desk.js';
import { EventReader, listen } from './support/event-reader.js';
import { Queue } from './support/queue.js';

describeWith(needs.redisServer, 'with the jobs in Redis the stream', () => {
  it('tells what comes and is decided', async () => {
    const redis = await startRedis();
    const service = await startService({ checks: [scoreFromText], redisUrl: redis.url });
    try {
      const queue = new Queue(await Desk.open(service));
      const reader = await EventReader.open(await listen(service.app), queue.desk.headers);
      await new Client(service).settle({ body: HELD });
      const [item] = await queue.all();
      await queue.approve(item!);
      expect((await reader.heard(2)).map(({ type }) => type)).toEqual(['opened', 'decided']);
      await reader.close();
    } finally {
      await service.stop();
      await redis.stop();
    }
  });
});
