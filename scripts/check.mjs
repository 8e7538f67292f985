/**
 * Everything about the sources that a program can judge: `npm run check`.
 * `node scripts/check.mjs lint types` runs only the named steps.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['apps', 'libs', 'bench', 'test', 'scripts'].filter((folder) =>
  existsSync(ROOT + folder),
);
const NPM_SCRIPTS = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).scripts;

/** The slow ones first, so that none of them is left over at the end. */
const STEPS = [
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'widget', command: ['tsc', '--noEmit', '-p', 'apps/widget'] },
  // The pages have another library of types than what runs in Node.
  { name: 'pages', command: ['tsc', '--noEmit', '-p', 'apps/console'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'fences', command: ['depcruise', '--config', '.dependency-cruiser.mjs', ...FOLDERS] },
  { name: 'unused', command: ['knip', '--no-progress'] },
  {
    name: 'docs',
    command: ['npm', 'run', '--silent', 'docs:config', '--', '--check'],
    script: 'docs:config',
  },
].filter(({ script }) => script === undefined || script in NPM_SCRIPTS);

const chosen = chooseSteps(process.argv.slice(2));
const failures = [];
const queue = [...chosen];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));

for (const { name, output } of failures) {
  console.log(`\n=== ${name} ===\n${output.trim()}`);
}
if (failures.length > 0) console.log();
console.log(`check: ${chosen.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

function chooseSteps(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(', ')}. There are ${STEPS.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(2);
  }
  return names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name));
}

async function work() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const started = process.hrtime.bigint();
    const { passed, output } = await run(step.command);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    if (!passed) failures.push({ name: step.name, output });
    console.log(
      `${passed ? 'ok    ' : 'FAILED'} ${step.name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`,
    );
  }
}

/** Runs one of the project's own tools; its output is kept for the case that it fails. */
function run([tool, ...args]) {
  const local = `${ROOT}node_modules/.bin/${tool}`;
  return new Promise((resolve) => {
    const child = spawn(existsSync(local) ? local : tool, args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}
