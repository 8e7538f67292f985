import type { Statement } from '#database';

const VERSION = `
  SELECT policy.version, policy.section, policy.created_at, policy.document IS NULL AS withdrawn,
    policy.written_by, moderator.name AS writer`;
const FROM = `
  FROM policies AS policy LEFT JOIN moderators AS moderator ON moderator.id = policy.written_by`;

/** One range of the primary key, backwards. */
export const PAGE: Statement = {
  name: 'policy-history.page',
  text: `${VERSION} ${FROM}
    WHERE policy.site_id = $1 AND policy.version < $2
    ORDER BY policy.version DESC LIMIT $3`,
};

export const ONE: Statement = {
  name: 'policy-history.one',
  text: `${VERSION}, policy.document ${FROM} WHERE policy.site_id = $1 AND policy.version = $2`,
};
