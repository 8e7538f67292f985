import { runTool } from '#startup';
import { writeReport } from '../report/write-report.js';
import { parseTrainArguments } from '../train/train-arguments.js';

const USAGE = `Measures the weights in a folder again, and writes their report and model card.

  npm run measure -- --data FOLDER [--out models] [--seed 1]

  --seed N   the seed that they were trained with: the card names it
`;

function run(): number {
  const given = parseTrainArguments(process.argv.slice(2), USAGE);
  if (given === null) return 0;
  process.stdout.write(writeReport(given, () => undefined));
  return 0;
}

await runTool(() => Promise.resolve().then(run));
