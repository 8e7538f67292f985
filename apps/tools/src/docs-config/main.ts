import { readFileSync, writeFileSync } from 'node:fs';
import { runTool } from '#startup';
import { configurationPage } from './configuration-page.js';

const PAGE = 'docs/configuration.md';

/** Writes docs/configuration.md; with --check only tells whether it is up to date (exit code 1 if not). */
await runTool(() => {
  const page = configurationPage();
  if (!process.argv.includes('--check')) {
    writeFileSync(PAGE, page);
    return Promise.resolve(0);
  }
  const upToDate = readFileSync(PAGE, 'utf8') === page;
  if (!upToDate) process.stdout.write(`${PAGE} is out of date; run npm run docs:config.\n`);
  return Promise.resolve(upToDate ? 0 : 1);
});
