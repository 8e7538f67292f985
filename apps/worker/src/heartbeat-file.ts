import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Its age tells whether the worker of this machine or container lives. */
export const HEARTBEAT_FILE = join(tmpdir(), 'moderato-worker-alive');

/** Pause between two heartbeats, in milliseconds. */
export const HEARTBEAT_MS = 5000;
