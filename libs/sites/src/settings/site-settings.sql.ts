import type { Statement } from '#database';

export const READ: Statement = {
  name: 'sites.settings',
  text: 'SELECT id, name, origins, version FROM sites WHERE id = $1',
};

export const NAMED: Statement = {
  name: 'sites.named',
  text: 'SELECT id FROM sites WHERE name = $1 AND id <> $2 LIMIT 1',
};

/** $4: whether an admin sets the origins, so that those of the environment do not count any more. */
export const WRITE: Statement = {
  name: 'sites.write',
  text: `
    UPDATE sites
    SET name = $2, origins = $3, version = version + 1,
      origins_set_at = CASE WHEN $4 THEN now() ELSE origins_set_at END
    WHERE id = $1
    RETURNING id, name, origins, version`,
};
