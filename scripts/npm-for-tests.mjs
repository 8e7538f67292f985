import { spawnSync } from 'node:child_process';

/**
 * Runs npm for what only tests need, which is not for every `npm ci`.
 *
 * @param {string} name what is installed, as suites say it: "(needs <name>)"
 * @param {string[]} args what npm is told
 * @returns {string | undefined} why it is still missing
 */
export function npmForTests(name, args) {
  if (process.env.MODERATO_NO_INSTALL === '1')
    return `${name} is not installed, and MODERATO_NO_INSTALL=1 forbids to install it`;
  console.log(`Installing ${name}, which tests need (MODERATO_NO_INSTALL=1 forbids it)…`);
  const run = spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (run.status === 0) return undefined;
  const lines = (run.stderr ?? '').split('\n').filter((line) => line.startsWith('npm error'));
  return `${name} could not be installed: ${lines[0] ?? run.error?.message ?? run.status}`;
}
