import { requireSiteKeys } from '../http/site-keys.js';
import { runTool } from '../http/tool-error.js';
import { createProgressDisplay } from './progress-display.js';
import { parseReplayArguments, USAGE } from './replay-arguments.js';
import { hasSucceeded, replay } from './replay.js';
import { reportTable } from './report-table.js';

await runTool(async () => {
  const given = parseReplayArguments(process.argv.slice(2));
  if (given === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const keys = await requireSiteKeys(given);
  const display = await createProgressDisplay(given.file, given.limit);
  const { rate, limit, ...rest } = given;
  const report = await replay({
    ...rest,
    keys,
    ...(rate !== undefined && { rate }),
    ...(limit !== undefined && { limit }),
    onProgress: (progress) => display.show(progress),
  }).finally(() => display.close());
  process.stdout.write(`${given.json ? JSON.stringify(report) : reportTable(report)}\n`);
  return hasSucceeded(report) ? 0 : 1;
});
