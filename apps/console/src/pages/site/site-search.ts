/** Which site is shown, as it stands in the address. */
export interface SiteSearch {
  site?: string | undefined;
}

export function readSiteSearch({ site }: Record<string, unknown>): SiteSearch {
  return typeof site === 'string' && site !== '' ? { site } : {};
}
