import { parseArgs } from 'node:util';
import { ToolError } from '../http/tool-error.js';

export const USAGE = `Compares Moderato's scores with those that Perspective gave, and proposes thresholds that hold as much as before.

  npm run -s migrate:perspective -- --file log.jsonl[.gz] [options]

  --file F       one JSON object a line: {"text": "…", "scores": {"TOXICITY": 0.93}, "language": "en"};
                 without scores, a line counts for how much Moderato would hold
  --threshold T  the score from which you held by Perspective's scores (0.8)
  --json         prints the report as JSON

Lines that cannot be read are named on stderr and counted. Nothing is sent anywhere and nothing is changed.
`;

/** What the command line says. */
export interface MigrateArguments {
  file: string;
  threshold: number;
  json: boolean;
}

/** Reads the command line; `null` when only the usage is asked for. */
export function parseMigrateArguments(args: string[]): MigrateArguments | null {
  const { values } = parseArgs({
    args,
    options: {
      file: { type: 'string' },
      threshold: { type: 'string', default: '0.8' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (values.file === undefined) throw new ToolError('No file: give --file log.jsonl; see --help.');
  const threshold = Number(values.threshold);
  if (values.threshold.trim() === '' || !(threshold > 0 && threshold <= 1)) {
    throw new ToolError(
      `--threshold must be a number above 0 and at most 1, not "${values.threshold}".`,
    );
  }
  return { file: values.file, threshold, json: values.json };
}
