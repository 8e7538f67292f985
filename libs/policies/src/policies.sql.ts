import type { Statement } from '#database';

/** For each scope the version in force: the section's latest, if it is not withdrawn, else the site's, else 0. */
export const CURRENT: Statement = {
  name: 'policies.current',
  text: `
    SELECT scope.site_id, scope.section,
      coalesce(
        CASE WHEN own.withdrawn THEN NULL ELSE own.version END,
        CASE WHEN site.withdrawn THEN NULL ELSE site.version END,
        0) AS version
    FROM unnest($1::uuid[], $2::text[]) AS scope (site_id, section)
    LEFT JOIN LATERAL (
      SELECT version, document IS NULL AS withdrawn FROM policies
      WHERE site_id = scope.site_id AND section = scope.section
      ORDER BY version DESC LIMIT 1
    ) AS own ON true
    LEFT JOIN LATERAL (
      SELECT version, document IS NULL AS withdrawn FROM policies
      WHERE site_id = scope.site_id AND section = ''
      ORDER BY version DESC LIMIT 1
    ) AS site ON true`,
};

export const DOCUMENT: Statement = {
  name: 'policies.document',
  text: 'SELECT section, document FROM policies WHERE site_id = $1 AND version = $2',
};

/** Writers of one site's policies take turns, so that versions have no gaps. */
export const LOCK_SITE: Statement = {
  name: 'policies.lock',
  text: 'SELECT id FROM sites WHERE id = $1 FOR NO KEY UPDATE',
};

export const INSERT: Statement = {
  name: 'policies.insert',
  text: `
    INSERT INTO policies (site_id, section, version, document, written_by)
    SELECT $1, $2, coalesce(max(version), 0) + 1, $3::jsonb, $4 FROM policies WHERE site_id = $1`,
};
