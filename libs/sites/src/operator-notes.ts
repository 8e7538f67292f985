import type { SiteKeyKind } from '#contract';
import type { EnsuredSite } from './ensure-site.js';

const SETTINGS: Record<SiteKeyKind, string> = {
  public: 'MODERATO_SITE_KEY',
  secret: 'MODERATO_SITE_SECRET',
};

/** What to do about keys that were revoked, where the environment names them. */
const IN_ENVIRONMENT =
  'set both to keys in force, which the console’s page Site makes, or leave both out';

/** One sentence for an operator whose keys were revoked. @param remedy what to do about it */
export function revokedKeysNote(
  revoked: readonly SiteKeyKind[],
  remedy: string = IN_ENVIRONMENT,
): string | null {
  if (revoked.length === 0) return null;
  const names = revoked.map((kind) => SETTINGS[kind]).join(' and ');
  return revoked.length === 1
    ? `The key of ${names} was revoked, and stays so: ${remedy}.`
    : `The keys of ${names} were revoked, and stay so: ${remedy}.`;
}

/** What an operator should know of settings that do not count any more, a sentence each. */
export function operatorNotes(
  { revoked, hasOtherOrigins }: EnsuredSite,
  remedy?: string,
): string[] {
  const origins = hasOtherOrigins
    ? 'MODERATO_SITE_ORIGINS does not count: an admin has set other origins in the console; change them there, or leave the setting out.'
    : null;
  return [revokedKeysNote(revoked, remedy), origins].filter((note) => note !== null);
}
