import type { SiteKeyKind } from '#contract';
import type { EnsuredSite } from './ensure-site.js';

/** Where an operator has the keys of the first site. */
export interface KeyPlace {
  /** What they are called there. */
  names: Record<SiteKeyKind, string>;
  /** What to do about those that were revoked. */
  remedy: string;
}

export const ENVIRONMENT: KeyPlace = {
  names: { public: 'MODERATO_SITE_KEY', secret: 'MODERATO_SITE_SECRET' },
  remedy: 'set both to keys in force, which the console’s page Site makes, or leave both out',
};

/** One sentence for an operator whose keys were revoked. */
export function revokedKeysNote(
  revoked: readonly SiteKeyKind[],
  { names, remedy }: KeyPlace = ENVIRONMENT,
): string | null {
  if (revoked.length === 0) return null;
  const named = revoked.map((kind) => names[kind]).join(' and ');
  return revoked.length === 1
    ? `The key of ${named} was revoked, and stays so: ${remedy}.`
    : `The keys of ${named} were revoked, and stay so: ${remedy}.`;
}

/** What an operator should know of settings that do not count any more, a sentence each. */
export function operatorNotes(
  { revoked, hasOtherOrigins }: EnsuredSite,
  place: KeyPlace = ENVIRONMENT,
): string[] {
  const origins = hasOtherOrigins
    ? 'MODERATO_SITE_ORIGINS does not count: an admin has set other origins in the console; change them there, or leave the setting out.'
    : null;
  return [revokedKeysNote(revoked, place), origins].filter((note) => note !== null);
}
