import type { Statement } from '#database';

/** All that a site ever had, the current ones first and in their order. */
export const ALL: Statement = {
  name: 'reasons.all',
  text: `
    SELECT id, position, title, author_text, archived_at IS NOT NULL AS archived
    FROM reject_reasons
    WHERE site_id = $1
    ORDER BY archived_at NULLS FIRST, position`,
};

/** Writers of one site's reasons take turns. */
export const LOCK_SITE: Statement = {
  name: 'reasons.lock',
  text: 'SELECT id FROM sites WHERE id = $1 FOR NO KEY UPDATE',
};

export const ARCHIVE: Statement = {
  name: 'reasons.archive',
  text: `
    UPDATE reject_reasons SET archived_at = now()
    WHERE site_id = $1 AND archived_at IS NULL AND NOT id = ANY($2::uuid[])`,
};

/** One that is there already has the same words: only its place may have changed. */
export const SAVE: Statement = {
  name: 'reasons.save',
  text: `
    INSERT INTO reject_reasons (site_id, id, position, title, author_text)
    SELECT $1, id, position, title, author_text
    FROM unnest($2::uuid[], $3::smallint[], $4::text[], $5::text[])
      AS reason (id, position, title, author_text)
    ON CONFLICT (site_id, id) DO UPDATE SET position = excluded.position, archived_at = NULL`,
};

/** A site that has never written any begins with the shipped ones. */
export const BEGIN: Statement = {
  name: 'reasons.begin',
  text: `
    INSERT INTO reject_reasons (site_id, id, position, title, author_text)
    SELECT $1, id, position, title, author_text
    FROM unnest($2::uuid[], $3::smallint[], $4::text[], $5::text[])
      AS reason (id, position, title, author_text)
    WHERE NOT EXISTS (SELECT FROM reject_reasons WHERE site_id = $1)
    ON CONFLICT DO NOTHING`,
};
