// npm run screenshots: draws the pictures of the console in docs/images anew, from a service with the samples.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT, requireAll } from './preconditions.mjs';

requireAll();
const vitest = join(PROJECT, 'node_modules', 'vitest', 'vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', '--project', 'screenshots'], {
  cwd: PROJECT,
  stdio: 'inherit',
  env: { ...process.env, MODERATO_SCREENSHOTS: '1' },
});
child.once('close', (code) => (process.exitCode = code ?? 1));
