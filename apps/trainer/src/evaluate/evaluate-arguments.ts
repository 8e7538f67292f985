import { parseArgs } from 'node:util';
import { StartupError } from '#startup';
import { policyLabel, type Task, TASKS, TOXICITY_COLUMNS } from './labels.js';

export const USAGE = `Measures the classifier on a file of labeled comments: {"text": ..., "toxic": 0 | 1 | null} or "spam", one a line.

  npm run -s evaluate -- --task toxicity|spam --file F.jsonl[.gz] [options]

  --label C       the column with the labels: toxic (toxicity) and spam (spam) unless given; also severe_toxic, obscene,
                  threat, insult, identity_hate
  --threshold T   the score from which a comment counts as flagged (the default policy's for holding it)
  --language L    read all texts in this language, as in en or zh (detected, text by text)
  --weights F     the weights file (models/classifier.weights)

The last line is JSON: task, file, rows, positives, auc, tprAt5Fpr, f1 (at the threshold), ece (15 bins), perSecond.
A column "functionality" gives the accuracy for each of its values, "term" the false positive rate, "spans" (offsets of
marked characters) the F1 of the explanation.
`;

/** What the command line of the evaluation says. */
export interface EvaluateArguments {
  task: Task;
  file: string;
  /** The column with the labels. */
  label: string;
  /** 0 to 1; `undefined`: that of the default policy. */
  threshold: number | undefined;
  language: string | undefined;
  weights: string;
}

/** Reads the command line; `null` when only the usage is asked for. Throws a `StartupError` on what it does not understand. */
export function parseEvaluateArguments(args: string[]): EvaluateArguments | null {
  const values = readOptions(args);
  if (values.help) return null;
  const { task: name, file, language, weights } = values;
  const task = TASKS.find((known) => known === name);
  if (task === undefined)
    throw new StartupError('Say what to measure: --task toxicity or --task spam.');
  if (file === undefined)
    throw new StartupError('Name a file of labeled comments: --file F.jsonl[.gz].');
  const label = values.label ?? (task === 'spam' ? 'spam' : 'toxic');
  if (policyLabel(task, label) === undefined) {
    const known = task === 'spam' ? ['spam'] : Object.keys(TOXICITY_COLUMNS);
    throw new StartupError(
      `--label must be one of ${known.join(', ')} for this task, not "${label}".`,
    );
  }
  return { task, file, label, threshold: parseThreshold(values.threshold), language, weights };
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: {
        ...{ task: text, file: text, label: text, threshold: text, language: text },
        weights: { type: 'string', default: 'models/classifier.weights' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new StartupError(
      `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`,
      {
        cause: error,
      },
    );
  }
}

function parseThreshold(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const threshold = Number(value);
  if (value.trim() !== '' && threshold >= 0 && threshold <= 1) return threshold;
  throw new StartupError(`--threshold must be a number from 0 to 1, not "${value}".`);
}
