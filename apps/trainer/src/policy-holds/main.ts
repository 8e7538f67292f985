import { parseArgs } from 'node:util';
import { classifierScorer, classifierSpamScorer, defaultChecks } from '#moderation';
import { runTool, StartupError } from '#startup';
import { readSet, textKey } from '../data/read-set.js';
import { isValidation } from '../data/share.js';
import { loadClassifier } from '../load-classifier.js';
import { measureHolds } from './measure-holds.js';
import { holdsTable } from './holds-table.js';

const USAGE = `Measures what the default policy does to whole sets of comments, with every check that a worker runs.

  npm run -s policy-holds -- --data ../shared/data [options]

  --data D      the folder with toxicity/ and spam/
  --weights F   the weights file (models/classifier.weights)

The authors are taken to be known and without a record, and once more to be new; nobody repeats himself.
`;

/** Sets with the civil comments of a place as they came; `unseen`: those alone that the models of toxicity did not learn from. */
const SETS = [
  { path: 'toxicity/fox-news', unseen: false },
  { path: 'toxicity/wikipedia-context', unseen: false },
  { path: 'toxicity/wikipedia-context', unseen: true },
  // Talk pages with their notices and tables, which pass for spam more often than comments do.
  { path: 'toxicity/jigsaw-train', unseen: true },
];

await runTool(async () => {
  const { data, weights, help } = readOptions();
  if (help || data === undefined) {
    process.stdout.write(USAGE);
    return help ? 0 : 1;
  }
  const classifier = await loadClassifier(weights);
  const checks = defaultChecks({
    scorers: [classifierScorer(classifier)],
    spamScorer: classifierSpamScorer(classifier),
  });
  for (const { path, unseen } of SETS) {
    const rows = readSet(data, path).filter(({ text }) => !unseen || isValidation(textKey(text)));
    const holds = await measureHolds(checks, rows);
    process.stdout.write(`${holdsTable(unseen ? `${path}, unseen` : path, holds)}\n\n`);
  }
  return 0;
});

function readOptions() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: {
        data: text,
        weights: { ...text, default: 'models/classifier.weights' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new StartupError(`${(cause as Error).message}\n\n${USAGE}`, { cause });
  }
}
