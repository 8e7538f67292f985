import 'reflect-metadata';
import { endProcessesWithTests } from './test-process.js';

endProcessesWithTests();
