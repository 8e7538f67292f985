import { parseArgs } from 'node:util';
import { ToolError } from '../http/tool-error.js';

export const USAGE = `Posts the comments of a JSON lines file (fields text, article, author, parent) and waits for every verdict.

  npm run replay -- --file F.jsonl[.gz] [options]

  --url U            address of the service (http://127.0.0.1:3000)
  --site-key K       public key of the site (MODERATO_SITE_KEY, or the one kept in .moderato)
  --site-secret S    its secret key: posts as the site's server and shows reasons (MODERATO_SITE_SECRET)
  --concurrency N    posts under way at once (20)
  --rate R           at most so many posts a second
  --limit N          only the first rows
  --wait-seconds N   give up when no verdict has come for so long (120)
  --json             print the report as JSON
`;

/** What the command line of the replay says. */
export interface ReplayArguments {
  file: string;
  url: string;
  siteKey: string | undefined;
  siteSecret: string | undefined;
  concurrency: number;
  rate: number | undefined;
  limit: number | undefined;
  waitSeconds: number;
  json: boolean;
}

/** Reads the command line; `null` when only the usage is asked for. */
export function parseReplayArguments(args: string[]): ReplayArguments | null {
  const values = readOptions(args);
  if (values.help) return null;
  if (values.file === undefined)
    throw new ToolError(`No file: give --file F.jsonl or F.jsonl.gz.\n\n${USAGE}`);
  return {
    file: values.file,
    url: values.url,
    siteKey: values['site-key'],
    siteSecret: values['site-secret'],
    concurrency: wholeNumber('concurrency', values.concurrency) ?? 20,
    rate: positive('rate', values.rate),
    limit: wholeNumber('limit', values.limit),
    waitSeconds: positive('wait-seconds', values['wait-seconds']) ?? 120,
    json: values.json,
  };
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  return parseArgs({
    args,
    options: {
      ...{
        file: text,
        'site-key': text,
        'site-secret': text,
        concurrency: text,
        rate: text,
        limit: text,
      },
      ...{ 'wait-seconds': text, json: flag, help: flag },
      url: { type: 'string', default: 'http://127.0.0.1:3000' },
    },
  }).values;
}

function positive(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new ToolError(`--${option} must be a number above 0, not "${value}".`);
}

function wholeNumber(option: string, value: string | undefined): number | undefined {
  const number = positive(option, value);
  if (number === undefined || Number.isInteger(number)) return number;
  throw new ToolError(`--${option} must be a whole number, not "${value ?? ''}".`);
}
