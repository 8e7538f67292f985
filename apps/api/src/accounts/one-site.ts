import type { Role } from '#contract';
import { validationFailed } from '../http/validation.js';
import { type SignedIn, sitesWith } from './moderator.guard.js';

/**
 * The site that is meant: the one given, or the only one where the moderator has at least this role.
 * @throws DomainError ROLE_REQUIRED, or VALIDATION_FAILED when there are several to choose from.
 */
export function oneSite(me: SignedIn, role: Role, site: string | undefined): string {
  const [only, ...others] = sitesWith(me, role, site);
  if (only !== undefined && others.length === 0) return only;
  const message = `is required for who is ${role} of several sites`;
  throw validationFailed([{ field: 'site', rule: 'isDefined', message }]);
}
