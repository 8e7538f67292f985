import type { Statement } from '#database';

/** Closes what is open for comments that move on, and says who decided it, if it was decided. */
export const CLOSE_ITEMS: Statement = {
  name: 'transitions.close-items',
  text: `
    WITH closed AS (
      UPDATE review_items AS item
      SET closed_at = now(), version = item.version + 1, search_text = NULL, claimed_by = NULL,
        claimed_until = NULL, action = move.action, decided_by = move.moderator_id,
        batch_id = move.batch_id
      FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[])
        AS move (site_id, comment_id, action, moderator_id, batch_id)
      WHERE item.site_id = move.site_id AND item.comment_id = move.comment_id
        AND item.closed_at IS NULL
      RETURNING item.site_id, item.id, item.kind, item.action, item.decided_by
    )
    INSERT INTO review_events (site_id, kind, item_id, moderator_id, payload)
    SELECT site_id, CASE WHEN action IS NULL THEN 'closed' ELSE 'decided' END, id, decided_by,
      jsonb_build_object('kind', kind, 'action', action)
    FROM closed`,
};

/** Opens items with all that the queues are ordered and filtered by, so that a page needs no join. */
export const OPEN_ITEMS: Statement = {
  name: 'transitions.open-items',
  text: `
    WITH opened AS (
      INSERT INTO review_items (site_id, id, comment_id, revision, kind, reason, details,
        policy_version, due_at, label, score, language, article_id, author_id, section, search_text,
        text_hash, sim_hash, bands)
      SELECT new.site_id, new.id, new.comment_id, new.revision, new.kind, new.reason,
        new.details::jsonb, new.policy_version, now() - new.head_start * interval '1 second',
        new.label, new.score, new.language, comment.article_id, comment.author_id, comment.section,
        lower(comment.body), comment.text_hash, comment.sim_hash, comment.bands
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::text[], $6::text[],
        $7::text[], $8::integer[], $9::integer[], $10::text[], $11::real[], $12::text[])
        AS new (site_id, id, comment_id, revision, kind, reason, details, policy_version, head_start,
          label, score, language)
      CROSS JOIN LATERAL (
        SELECT one.*, article.section
        FROM comments AS one
        JOIN articles AS article
          ON article.site_id = one.site_id AND article.id = one.article_id
        WHERE one.site_id = new.site_id AND one.id = new.comment_id
        LIMIT 1
      ) AS comment
      ON CONFLICT (site_id, comment_id) WHERE closed_at IS NULL DO NOTHING
      RETURNING site_id, id, kind
    )
    INSERT INTO review_events (site_id, kind, item_id, payload)
    SELECT site_id, 'opened', id, jsonb_build_object('kind', kind) FROM opened`,
};

/** Opens closed items again, in their old place, and claims them for who took the decision back. */
export const REOPEN_ITEMS: Statement = {
  name: 'transitions.reopen-items',
  text: `
    WITH reopened AS (
      UPDATE review_items AS item
      SET closed_at = NULL, version = item.version + 1, action = NULL, decided_by = NULL,
        batch_id = NULL, claimed_by = again.moderator_id,
        claimed_until = now() + again.seconds * interval '1 second', search_text = again.search_text
      FROM (
        SELECT wanted.*, lower(comment.body) AS search_text
        FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::integer[])
          AS wanted (site_id, id, comment_id, moderator_id, seconds)
        JOIN comments AS comment
          ON comment.site_id = wanted.site_id AND comment.id = wanted.comment_id
      ) AS again
      WHERE item.site_id = again.site_id AND item.id = again.id
      RETURNING item.site_id, item.id, item.kind, item.claimed_by, item.claimed_until
    ),
    kept AS (
      INSERT INTO review_claims (moderator_id, site_id, item_id)
      SELECT claimed_by, site_id, id FROM reopened
      ON CONFLICT (moderator_id, site_id, item_id) DO UPDATE SET claimed_at = now()
    )
    INSERT INTO review_events (site_id, kind, item_id, moderator_id, payload)
    SELECT site_id, event, id, claimed_by, jsonb_build_object('kind', kind, 'until', claimed_until)
    FROM reopened, unnest(ARRAY['reopened', 'claimed']) WITH ORDINALITY AS told (event, place)
    ORDER BY place`,
};
