import { describe } from 'vitest';
import { pipelineSuite } from './pipeline-suite.js';

describe('the pipeline with its queue in Postgres', () => {
  pipelineSuite(() => Promise.resolve({ stop: () => Promise.resolve() }));
});
