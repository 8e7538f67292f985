import { validationFailed } from './validation.js';

/** The tag of a version that counts up. */
export const versionTag = (version: number): string => `"${version}"`;

/**
 * The version that an If-Match header asks for; `undefined` where any will do.
 * @param what has versions, as in `a policy`
 * @throws DomainError VALIDATION_FAILED for what is no tag of {@link versionTag}
 */
export function expectedVersion(ifMatch: string | undefined, what: string): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version !== undefined) return Number(version);
  throw validationFailed([
    { field: 'If-Match', rule: 'isEntityTag', message: `must be the ETag of ${what}, as in "3"` },
  ]);
}
