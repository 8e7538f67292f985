import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { needs } from './requirements.js';

/** Loads one of the packages of test/clients, as npm has it. Only in suites that need `needs.clients`. */
export async function loadClient<Client>(name: string): Promise<Client> {
  const folder = needs.clients.path ?? '';
  const found = createRequire(join(folder, 'index.js')).resolve(name);
  return (await import(pathToFileURL(found).href)) as Client;
}
