import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolError } from './tool-error.js';

/** The keys by which a site is known to the service; without the secret, reasons are not shown. */
export interface SiteKeys {
  siteKey: string;
  siteSecret: string | null;
}

/** Where keys may be given beside the command line. */
export type KeySources = Partial<
  Record<'MODERATO_SITE_KEY' | 'MODERATO_SITE_SECRET' | 'MODERATO_DATA', string | undefined>
>;

/**
 * Finds a site's keys: the ones given, else those of the environment, else those that a service on this machine wrote
 * at its first start; `null` if there are none.
 */
export async function findSiteKeys(
  given: { siteKey?: string | undefined; siteSecret?: string | undefined },
  env: KeySources = process.env,
): Promise<SiteKeys | null> {
  const siteKey = given.siteKey ?? env.MODERATO_SITE_KEY;
  const siteSecret = given.siteSecret ?? env.MODERATO_SITE_SECRET;
  if (siteKey) return { siteKey, siteSecret: siteSecret ?? null };
  const kept = await readKeptKeys(env.MODERATO_DATA ?? '.moderato');
  return kept && { ...kept, siteSecret: siteSecret ?? kept.siteSecret };
}

/** As `findSiteKeys`, and says what to do when there are none. */
export async function requireSiteKeys(given: {
  siteKey?: string | undefined;
  siteSecret?: string | undefined;
}): Promise<SiteKeys> {
  const keys = await findSiteKeys(given);
  if (keys !== null) return keys;
  throw new ToolError(
    'No site key: give --site-key, or set MODERATO_SITE_KEY, or run this where the service keeps its data (MODERATO_DATA).',
  );
}

/** Reads the `site.json` that the standalone service keeps in its data folder. */
export async function readKeptKeys(dataFolder: string): Promise<SiteKeys | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(join(dataFolder, 'site.json'), 'utf8'));
    return isKept(kept) ? { siteKey: kept.publicKey, siteSecret: kept.secretKey ?? null } : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is { publicKey: string; secretKey?: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'publicKey') === 'string'
  );
}
