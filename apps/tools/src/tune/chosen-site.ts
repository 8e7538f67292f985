import type { Database, Statement } from '#database';
import { ToolError } from '../http/tool-error.js';

const SITES: Statement = { name: 'tune.sites', text: 'SELECT id, name FROM sites ORDER BY id' };

/** The site of this id or name, or the only one. @throws ToolError when that is none, or several */
export async function chosenSite(
  database: Pick<Database, 'query'>,
  given: string | undefined,
): Promise<{ id: string; name: string }> {
  const all = await database.query<{ id: string; name: string }>(SITES);
  const found = all.filter(({ id, name }) => given === undefined || id === given || name === given);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  const names = (found.length > 0 ? found : all).map(({ id, name }) => `${name} (${id})`);
  const which = names.length > 0 ? `choose from ${names.join(', ')}` : 'there is none yet';
  throw new ToolError(
    first === undefined && given !== undefined
      ? `No site is called "${given}"; ${which}.`
      : `Say which site with --site; ${which}.`,
  );
}
