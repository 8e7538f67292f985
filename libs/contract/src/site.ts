/** What admins set of a site. */
export interface SiteSettingsView {
  id: string;
  name: string;
  /** Origins whose pages may use the public key; `*` allows all. */
  origins: string[];
  /** Counts up with each change; the ETag. */
  version: number;
}

/** A site's pages send a public key, its servers a secret one. */
export const SITE_KEY_KINDS = ['public', 'secret'] as const;
export type SiteKeyKind = (typeof SITE_KEY_KINDS)[number];

/** A key of a site, as far as it is told. */
export interface SiteKey {
  id: string;
  kind: SiteKeyKind;
  /** A public key as it is; `null` for a secret one. */
  publicKey: string | null;
  /** The last four characters of a secret key; `null` for a public one, and where they were never kept. */
  hint: string | null;
  /** The first eight hexadecimal digits of a secret key's SHA-256; `null` for a public one. */
  fingerprint: string | null;
  /** ISO 8601. */
  createdAt: string;
  /** Who made it in the console; `null`: nobody did, or they are gone. */
  createdBy: string | null;
  /** ISO 8601, true to a minute or so; `null`: not since this is kept. */
  lastUsedAt: string | null;
  /** ISO 8601; `null` while it is in force. */
  revokedAt: string | null;
  revokedBy: string | null;
}

/** A key that was just made; a secret one is told once and kept nowhere. */
export interface IssuedSiteKey extends SiteKey {
  key: string;
}
