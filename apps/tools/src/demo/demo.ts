import { join } from 'node:path';
import { type Cleanup, withCleanup } from '../http/cleanup.js';
import { ModeratoClient } from '../http/moderato-client.js';
import { projectFolder } from '../http/project-folder.js';
import { type DemoChoice, type DemoService, findService, startService } from './demo-service.js';
import { SamplePoster } from './sample-poster.js';
import { readSamples, type Sample } from './samples.js';
import {
  heading,
  type SampleVerdict,
  summaryTable,
  type TableStyle,
  verdictRow,
} from './verdict-table.js';

export const USAGE = `Posts the comments of samples/comments.jsonl and prints each verdict with its reason.

  npm run demo [-- options]

  --url U            address of a running service (http://127.0.0.1:3000; without one, the demo starts its own)
  --site-key K       public key of the site (MODERATO_SITE_KEY, or the one kept in .moderato)
  --site-secret S    its secret key, which shows the reasons (MODERATO_SITE_SECRET)
  --own              start a service for the demo even if one is running
`;

/** Runs the demo and gives the exit code: 1 when a sample got no verdict. */
export function demo(choice: DemoChoice): Promise<number> {
  return withCleanup(async (cleanup) => {
    const verdicts = await postSamples((await findService(choice)) ?? (await startOwn(cleanup)));
    print(`\n${summaryTable(verdicts)}`);
    return verdicts.some(({ status }) => status === 'no verdict') ? 1 : 0;
  });
}

async function startOwn(cleanup: Cleanup): Promise<DemoService> {
  print('The demo starts a service of its own; its data go when the demo ends.');
  return startService(cleanup);
}

async function postSamples(service: DemoService): Promise<SampleVerdict[]> {
  const samples = await readSamples(join(projectFolder(), 'samples/comments.jsonl'));
  const client = new ModeratoClient(service.url, service.keys, 1);
  await client.probe();
  print(introduction(service, samples));
  const poster = new SamplePoster(client);
  const verdicts: SampleVerdict[] = [];
  const style = tableStyle();
  for (const sample of samples) {
    const verdict = await poster.post(sample);
    if (verdict.kind !== verdicts.at(-1)?.kind) print(`\n${heading(verdict.kind, style)}`);
    verdicts.push(verdict);
    print(verdictRow(verdict, style));
  }
  client.close();
  return verdicts;
}

function introduction({ url, keys, isOwn }: DemoService, samples: readonly Sample[]): string {
  const lines = [`${samples.length} sample comments to ${url}`];
  if (!isOwn) {
    lines.push('Samples that an earlier demo posted there count as repeats; --own avoids it.');
  }
  if (keys.siteSecret === null) {
    lines.push('Without the secret key (--site-secret) the reasons are not shown.');
  }
  return lines.join('\n');
}

function tableStyle(): TableStyle {
  const color = process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return { columns: process.stdout.isTTY ? process.stdout.columns : 100, color };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
