import { statSync } from 'node:fs';
import { HEARTBEAT_FILE, HEARTBEAT_MS } from './heartbeat-file.js';

/** Exit code 0 if a worker of this machine gave a sign of life within the last four heartbeats. */
const age = Date.now() - (statSync(HEARTBEAT_FILE, { throwIfNoEntry: false })?.mtimeMs ?? 0);
process.exit(age < 4 * HEARTBEAT_MS ? 0 : 1);
