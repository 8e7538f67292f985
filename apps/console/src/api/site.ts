import type { IssuedSiteKey, SiteKey, SiteKeyKind, SiteSettingsView } from '#contract';
import { request } from './request.js';

/** What is to be different of a site; what is left out stays. */
export interface SiteChange {
  name?: string;
  origins?: string[];
}

export const fetchSite = (site: string): Promise<SiteSettingsView> =>
  request('GET', '/site', { query: { site } });
/** @param ifVersion the version that has to be in force: whoever else wrote meanwhile is not overwritten. */
export const changeSite = (
  site: string,
  change: SiteChange,
  ifVersion: number,
): Promise<SiteSettingsView> =>
  request('PATCH', '/site', { query: { site }, body: change, ifVersion });

export const fetchSiteKeys = (site: string): Promise<SiteKey[]> =>
  request('GET', '/site/keys', { query: { site } });
export const issueSiteKey = (body: { site: string; kind: SiteKeyKind }): Promise<IssuedSiteKey> =>
  request('POST', '/site/keys', { body });
export const revokeSiteKey = (id: string): Promise<void> => request('DELETE', `/site/keys/${id}`);
