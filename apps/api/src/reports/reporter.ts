import { authorIdentity } from '#comments';
import type { Reporter } from '#reports';
import { blindIdentity } from '#sites';
import type { Caller } from '../http/caller.js';
import { readerAddress } from '../http/reader-address.js';
import { validationFailed } from '../http/validation.js';
import type { ReportDto } from './report.dto.js';

/** Readers whom nothing tells apart, as behind a proxy that TRUST_PROXY does not name, count as one. */
const NOBODY = 'nobody';

/** Who reports: whom the site names, or whoever is at this address. @throws DomainError VALIDATION_FAILED */
export function reporterOf(
  { site, vouched }: Caller,
  { reporter }: ReportDto,
  ip: string,
): Omit<Reporter, 'isAuthor'> {
  const refuse = (rule: string, message: string) =>
    validationFailed([{ field: 'reporter', rule, message }]);
  if (!vouched) {
    if (reporter) throw refuse('isForSite', 'is only for the site’s secret key');
    const key = readerAddress(site, ip) ?? blindIdentity(site.signingKey, NOBODY);
    return { key, identity: null };
  }
  const { name, email } = reporter ?? {};
  const known = authorIdentity({ name: name ?? undefined, email: email ?? undefined }, true, null);
  if (known === null) throw refuse('isDefined', 'must name the reader, by name or e-mail address');
  return { key: blindIdentity(site.signingKey, known.identity), identity: known.identity };
}
