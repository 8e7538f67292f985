import { startRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';
import { pipelineSuite } from './pipeline-suite.js';

describeWith(needs.redisServer, 'the pipeline with its queue in Redis', () => {
  pipelineSuite(async () => {
    const { url: redisUrl, stop } = await startRedis();
    return { redisUrl, stop };
  });
});
