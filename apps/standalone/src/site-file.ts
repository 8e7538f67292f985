import type { Config } from '#config';
import { ENVIRONMENT, type KeyPlace, newSiteKeys, type SiteKeys } from '#sites';
import { StartupError } from '#startup';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'site.json';

/**
 * The first site's keys: those of the environment, else those made at the first start and kept in
 * the data folder, readable by its owner alone.
 */
export function firstSiteKeys(config: Config): SiteKeys {
  const { MODERATO_SITE_KEY: publicKey, MODERATO_SITE_SECRET: secretKey } = config;
  const file = join(config.MODERATO_DATA, FILE);
  const keys =
    publicKey !== undefined && secretKey !== undefined
      ? { publicKey, secretKey }
      : (read(file) ?? newSiteKeys());
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

/** Where the keys that {@link firstSiteKeys} gives come from, and so where others must be put. */
export function keyPlace({
  MODERATO_DATA: folder,
  MODERATO_SITE_KEY: publicKey,
}: Config): KeyPlace {
  const made = 'keys in force, which the console’s page Site makes';
  // Left out of the environment, the same would be read from the file.
  if (publicKey !== undefined) return { ...ENVIRONMENT, remedy: `set both to ${made}` };
  const names = { public: 'publicKey', secret: 'secretKey' };
  return { names, remedy: `put ${made}, into ${join(folder, FILE)}` };
}

function read(file: string): SiteKeys | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { publicKey, secretKey } = JSON.parse(text) as Partial<SiteKeys>;
    if (typeof publicKey === 'string' && typeof secretKey === 'string')
      return { publicKey, secretKey };
  } catch {
    // Told below, together with a file that is JSON but holds no keys.
  }
  throw new StartupError(`${file} holds no keys; mend it, or remove it to have new keys made.`);
}
