export {
  authorToken,
  blindAddress,
  blindReader,
  blindIdentity,
  isAuthorToken,
  newSiteKeys,
  type SiteKeys,
} from './site-keys.js';
export { ensureSite, type EnsuredSite } from './ensure-site.js';
export { ENVIRONMENT, type KeyPlace, operatorNotes, revokedKeysNote } from './operator-notes.js';
export { IssuedKeys } from './settings/issued-keys.service.js';
export { MAXIMUM_ORIGINS, SITE_NAME_CHARACTERS } from './settings/site-rules.js';
export { SiteSettings } from './settings/site-settings.service.js';
export { addSite, hasSites, type NewSite } from './new-site.js';
export { SitesModule } from './sites.module.js';
export { isAllowedOrigin, isListedOrigin, type OriginUse, SitesService } from './sites.service.js';
export type { Site } from './site.js';
