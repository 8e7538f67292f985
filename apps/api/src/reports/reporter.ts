import { authorIdentity } from '#comments';
import type { Reporter } from '#reports';
import { blindIdentity } from '#sites';
import type { Asker } from '../comments/authorship.js';
import { readerAddress } from '../http/reader-address.js';
import { validationFailed } from '../http/validation.js';
import type { ReportDto } from './report.dto.js';

/** Readers whom nothing tells apart, as behind a proxy that TRUST_PROXY does not name, count as one. */
const NOBODY = 'nobody';

/**
 * Who reports: whom the site names, else whoever is at this address. A cookie counts only where the
 * address says nothing: anybody can have as many as they like.
 * @throws DomainError VALIDATION_FAILED
 */
export function reporterOf(
  { caller: { site, vouched }, reader }: Asker,
  { reporter }: ReportDto,
  ip: string,
): Omit<Reporter, 'isAuthor'> {
  const refuse = (rule: string, message: string) =>
    validationFailed([{ field: 'reporter', rule, message }]);
  if (!vouched) {
    if (reporter) throw refuse('isForSite', 'is only for the site’s secret key');
    const identity = reader?.identity ?? NOBODY;
    if (reader?.vouched) return { key: blindIdentity(site.signingKey, identity), identity };
    const key = readerAddress(site, ip) ?? blindIdentity(site.signingKey, identity);
    return { key, identity: null };
  }
  if (reader?.vouched) {
    const { identity } = reader;
    return { key: blindIdentity(site.signingKey, identity), identity };
  }
  const { name, email } = reporter ?? {};
  const known = authorIdentity({ name: name ?? undefined, email: email ?? undefined }, true, null);
  if (known === null) throw refuse('isDefined', 'must name the reader, by name or e-mail address');
  return { key: blindIdentity(site.signingKey, known.identity), identity: known.identity };
}
