export {
  authorToken,
  blindAddress,
  blindReader,
  blindIdentity,
  isAuthorToken,
  newSiteKeys,
  type SiteKeys,
} from './site-keys.js';
export { ensureSite } from './ensure-site.js';
export { addSite, hasSites, type NewSite } from './new-site.js';
export { SitesModule } from './sites.module.js';
export { isAllowedOrigin, isListedOrigin, type OriginUse, SitesService } from './sites.service.js';
export type { Site } from './site.js';
