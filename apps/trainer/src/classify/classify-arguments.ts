import { parseArgs } from 'node:util';
import { StartupError } from '#startup';

export const USAGE = `Scores a comment and prints what the classifier says as JSON.

  npm run -s classify -- "text" [options]     without a text: standard input

  --language L    read it in this language, as in en or zh (detected)
  --weights F     the weights file (models/classifier.weights)
`;

/** What the command line of classify says. */
export interface ClassifyArguments {
  /** `undefined`: read it from standard input. */
  text: string | undefined;
  language: string | undefined;
  weights: string;
}

/** Reads the command line; `null` when only the usage is asked for. Throws a `StartupError` on what it does not understand. */
export function parseClassifyArguments(args: string[]): ClassifyArguments | null {
  const { values, positionals } = readOptions(args);
  if (values.help) return null;
  if (positionals.length > 1) {
    throw new StartupError('Put the text in quotation marks: there is more than one.');
  }
  return { text: positionals[0], language: values.language, weights: values.weights };
}

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        weights: { type: 'string', default: 'models/classifier.weights' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new StartupError(
      `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`,
      {
        cause: error,
      },
    );
  }
}
