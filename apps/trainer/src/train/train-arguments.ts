import { parseArgs } from 'node:util';
import { StartupError } from '#startup';

export const TRAIN_USAGE = `Trains the classifier and writes its weights, a model card and a report.

  npm run train -- --data FOLDER [options]

  --data FOLDER   the data sets: holds toxicity/ and spam/
  --out FOLDER    where classifier.weights, model-card.md and report.json go (models)
  --seed N        the same seed gives the same bytes (1)
`;

/** What the command line of the training says. */
export interface TrainArguments {
  data: string;
  out: string;
  seed: number;
}

function readOptions(args: string[], usage: string) {
  try {
    return parseArgs({
      args,
      options: {
        data: { type: 'string' },
        out: { type: 'string', default: 'models' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new StartupError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** Reads the command line; prints the usage and returns `null` when only that is asked for. Throws a `StartupError` that says what is wrong. */
export function parseTrainArguments(args: string[], usage: string): TrainArguments | null {
  const { data, out, seed, help } = readOptions(args, usage);
  if (help) {
    process.stdout.write(usage);
    return null;
  }
  if (data === undefined) throw new StartupError(`No data sets: give --data FOLDER.\n\n${usage}`);
  if (!/^\d{1,9}$/.test(seed)) throw new StartupError(`--seed ${seed} is no whole number.`);
  return { data, out, seed: Number(seed) };
}
