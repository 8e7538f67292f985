import { startCounts } from './counts.js';

startCounts();
