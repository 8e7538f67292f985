import { describe } from 'vitest';
import { readingSuite } from './reading-suite.js';

describe('reading with the queue in PostgreSQL', () => {
  readingSuite(() => Promise.resolve({ stop: () => Promise.resolve() }));
});
