import { startRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';
import { readingSuite } from './reading-suite.js';

describeWith(needs.redisServer, 'reading with the queue in Redis', () => {
  readingSuite(async () => {
    const { url: redisUrl, stop } = await startRedis();
    return { redisUrl, stop };
  });
});
