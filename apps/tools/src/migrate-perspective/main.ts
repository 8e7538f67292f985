import 'reflect-metadata';
import { runTool, ToolError } from '../http/tool-error.js';
import { loadTextScores } from '../policy/text-scorer.js';
import { parseMigrateArguments, USAGE } from './migrate-arguments.js';
import { migrationReport } from './migration-report.js';
import { reportText } from './report-text.js';
import { scoreLog } from './score-log.js';

await runTool(async () => {
  const given = parseMigrateArguments(process.argv.slice(2));
  if (given === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const isTerminal = process.stderr.isTTY;
  const log = await scoreLog(given.file, await loadTextScores(), {
    onBroken: (line, rule) => process.stderr.write(`line ${line}: ${rule}\n`),
    onProgress: (texts) => isTerminal && process.stderr.write(`\r${texts} texts `),
  });
  if (isTerminal) process.stderr.write('\r');
  if (log.texts === 0) throw new ToolError(`${given.file} has no line that can be used.`);
  const report = migrationReport(log, given.threshold);
  process.stdout.write(`${given.json ? JSON.stringify(report) : reportText(report)}\n`);
  return 0;
});
