import 'reflect-metadata';
import { loadConfig, requireDatabaseUrl } from '#config';
import { recordedUrl } from '#embedded-postgres';
import { Secrets } from '#encryption';
import { addSite, newSiteKeys } from '#sites';
import { awaitServices, runTool } from '#startup';
import { forOperators, ToolError } from '../http/tool-error.js';
import { type AddSiteArguments, parseAddSiteArguments, USAGE } from './add-site-arguments.js';

await runTool(async () => {
  try {
    const given = parseAddSiteArguments(process.argv.slice(2));
    process.stdout.write(given === null ? USAGE : await add(given));
    return 0;
  } catch (error) {
    throw forOperators(error);
  }
});

/** Makes the site. @returns what to print: it holds the secret key, which nobody can read again */
async function add({ name, origins, json }: AddSiteArguments): Promise<string> {
  const read = loadConfig();
  // Without a DATABASE_URL, that of `npm start`.
  const config = { ...read, DATABASE_URL: read.DATABASE_URL ?? recordedUrl(read.MODERATO_DATA) };
  await awaitServices(config);
  const keys = newSiteKeys();
  const site = { name, origins, keys };
  if (!(await addSite(requireDatabaseUrl(config), site, new Secrets(config)))) {
    throw new ToolError(`There is a site called "${name}" already; give another name.`);
  }
  if (json) return `${JSON.stringify({ name, origins, ...keys })}\n`;
  return `${name} is there.

  Public key  ${keys.publicKey}   for its pages
  Secret key  ${keys.secretKey}   for its servers; keep it, it is shown this once

Its first admin: npm run -s first-admin
`;
}
