export { COOKIE_DAYS, cookieValue, newReaderId, readerIdOf } from './cookie-value.js';
export { anonymousReader, type Reader } from './reader.js';
export { ReadersModule } from './readers.module.js';
export { ReadersService } from './readers.service.js';
export { SiteIdentitiesService } from './site-identities.service.js';
export {
  MAXIMUM_SECRETS,
  SECRET_BYTES,
  type SiteIdentity,
  type SiteIdentityChange,
} from './site-identity.js';
