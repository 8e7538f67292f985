import type { Statement } from '#database';

/** Makes the tally of a comment that nobody has reacted to yet; one of a reply belongs to no article, whose best are top comments. */
export const ENSURE_TALLY: Statement = {
  name: 'reactions.ensure-tally',
  text: `
    INSERT INTO reaction_tallies (site_id, comment_id, article_id, created_at)
    SELECT site_id, id, CASE WHEN parent_id IS NULL THEN article_id END, created_at
    FROM comments WHERE site_id = $1 AND id = $2
    ON CONFLICT DO NOTHING`,
};

/** Whoever changes the reactions to a comment does so one after the other. */
export const LOCK_TALLY: Statement = {
  name: 'reactions.lock-tally',
  text: 'SELECT 1 AS held FROM reaction_tallies WHERE site_id = $1 AND comment_id = $2 FOR UPDATE',
};

/**
 * Takes the reactions `$5` of the reader `$3` away and adds `$4`, if it is given. What is counted is
 * what the rows did, so that asking twice changes nothing; a change is marked to be announced.
 */
export const CHANGE: Statement = {
  name: 'reactions.change',
  text: `
    WITH removed AS (
      DELETE FROM reactions
      WHERE site_id = $1 AND comment_id = $2 AND reader = $3 AND kind = ANY ($5::text[])
      RETURNING kind
    ),
    added AS (
      INSERT INTO reactions (site_id, comment_id, reader, kind)
      -- After what is removed: one cannot like and dislike, not even between two parts of a statement.
      SELECT $1, $2, $3, $4::text WHERE $4 IS NOT NULL AND (SELECT count(*) FROM removed) >= 0
      ON CONFLICT DO NOTHING
      RETURNING kind
    ),
    changed (kind, by) AS (
      SELECT kind, 1 FROM added UNION ALL SELECT kind, -1 FROM removed
    ),
    sums AS (
      SELECT coalesce(sum(by) FILTER (WHERE kind = 'like'), 0)::integer AS likes,
        coalesce(sum(by) FILTER (WHERE kind = 'dislike'), 0)::integer AS dislikes,
        coalesce(sum(by) FILTER (WHERE kind = 'thanks'), 0)::integer AS thanks,
        coalesce(sum(by) FILTER (WHERE kind = 'funny'), 0)::integer AS funny
      FROM changed
      HAVING count(*) > 0
    ),
    marked AS (
      INSERT INTO outbox (topic, site_id, comment_id, revision)
      SELECT 'changed', $1, $2, 0 FROM sums
    )
    UPDATE reaction_tallies AS tally
    SET likes = tally.likes + sums.likes, dislikes = tally.dislikes + sums.dislikes,
      thanks = tally.thanks + sums.thanks, funny = tally.funny + sums.funny
    FROM sums
    WHERE tally.site_id = $1 AND tally.comment_id = $2`,
};

export const TALLY: Statement = {
  name: 'reactions.tally',
  text: `
    SELECT likes, dislikes, thanks, funny FROM reaction_tallies
    WHERE site_id = $1 AND comment_id = $2`,
};

/** The reactions of one reader to some comments. */
export const REACTED: Statement = {
  name: 'reactions.reacted',
  text: `
    SELECT comment_id, kind FROM reactions
    WHERE site_id = $1 AND comment_id = ANY ($2::uuid[]) AND reader = $3
    ORDER BY comment_id, kind`,
};

/** Comments whose tally is not what their reactions are. */
export const DRIFT: Statement = {
  name: 'reactions.drift',
  text: `
    WITH counted AS (
      SELECT site_id, comment_id, count(*) FILTER (WHERE kind = 'like') AS likes,
        count(*) FILTER (WHERE kind = 'dislike') AS dislikes,
        count(*) FILTER (WHERE kind = 'thanks') AS thanks,
        count(*) FILTER (WHERE kind = 'funny') AS funny
      FROM reactions
      GROUP BY site_id, comment_id
    )
    SELECT site_id, comment_id
    FROM reaction_tallies AS tally
    FULL JOIN counted USING (site_id, comment_id)
    WHERE (coalesce(tally.likes, 0), coalesce(tally.dislikes, 0), coalesce(tally.thanks, 0),
        coalesce(tally.funny, 0))
      <> (coalesce(counted.likes, 0), coalesce(counted.dislikes, 0), coalesce(counted.thanks, 0),
        coalesce(counted.funny, 0))
    ORDER BY site_id, comment_id`,
};
