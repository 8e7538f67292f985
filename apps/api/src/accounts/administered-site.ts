import { validationFailed } from '../http/validation.js';
import { type SignedIn, sitesWith } from './moderator.guard.js';

/**
 * The site that an admin means: the one given, or the only one.
 * @throws DomainError ROLE_REQUIRED, or VALIDATION_FAILED when there are several to choose from.
 */
export function administeredSite(me: SignedIn, site?: string): string {
  const [only, ...others] = sitesWith(me, 'admin', site?.toLowerCase());
  if (only !== undefined && others.length === 0) return only;
  throw validationFailed([
    { field: 'site', rule: 'isDefined', message: 'is required for who is admin of several sites' },
  ]);
}
