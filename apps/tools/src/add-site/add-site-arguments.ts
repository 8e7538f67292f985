import { parseArgs } from 'node:util';
import { textProblem } from '#comments';
import { ORIGIN_LIST, originList } from '#config';
import { SITE_NAME_CHARACTERS } from '#sites';
import { ToolError } from '../http/tool-error.js';

export const USAGE = `Makes a site: a newspaper, say, with its own keys, policy, queue and moderators.

  npm run -s add-site -- --name "The Courier" --origins https://courier.example

  --name N       what moderators call it
  --origins O    the origins whose pages may use its public key, separated by commas; "*" for all
  --json         prints the keys as JSON

Prints the site's public and secret key. The secret key is kept nowhere: this is the only time that it is shown.
`;

/** What the command line says. */
export interface AddSiteArguments {
  name: string;
  origins: string[];
  json: boolean;
}

/** Reads the command line; `null` when only the usage is asked for. @throws ToolError */
export function parseAddSiteArguments(args: string[]): AddSiteArguments | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { name: text, origins: text, json: flag, help: flag };
  const { values } = parseArgs({ args, options });
  if (values.help) return null;
  return { name: nameOf(values.name), origins: originsOf(values.origins), json: values.json };
}

function nameOf(given: string | undefined): string {
  if (given === undefined) throw new ToolError('No name: give --name "The Courier"; see --help.');
  const problem = textProblem(given, { maximum: SITE_NAME_CHARACTERS, lines: false });
  if (problem !== null) throw new ToolError(`--name ${problem.message}.`);
  return given.trim();
}

function originsOf(given: string | undefined): string[] {
  if (given === undefined) {
    throw new ToolError('No origins: give --origins https://courier.example; see --help.');
  }
  const origins = originList(given);
  if (origins === null) throw new ToolError(`--origins must be ${ORIGIN_LIST}.`);
  return origins;
}
