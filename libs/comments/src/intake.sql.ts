import type { Statement } from '#database';

export const KEYS: Statement = {
  name: 'intake.keys',
  text: `
    SELECT used.site_id, used.key, used.request_hash, used.comment_id, comment.status
    FROM idempotency_keys AS used
    JOIN unnest($1::uuid[], $2::text[]) AS wanted (site_id, key)
      ON used.site_id = wanted.site_id AND used.key = wanted.key
    LEFT JOIN comments AS comment ON comment.site_id = used.site_id AND comment.id = used.comment_id`,
};

/** Takes the keys; those that are missing among the answers were taken meanwhile. Waits for whoever is just taking one. */
export const TAKE_KEYS: Statement = {
  name: 'intake.take-keys',
  text: `
    INSERT INTO idempotency_keys (site_id, key, request_hash, comment_id)
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::uuid[])
      AS wanted (site_id, key, request_hash, comment_id)
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING
    RETURNING site_id, key, comment_id`,
};

export const ARTICLES: Statement = {
  name: 'intake.articles',
  text: `
    SELECT article.site_id, article.id, article.external_id, article.section,
      article.closed_at IS NOT NULL AS closed, article.url IS NULL AS lacks_url,
      article.title IS NULL AS lacks_title
    FROM articles AS article
    JOIN unnest($1::uuid[], $2::text[]) AS wanted (site_id, external_id)
      ON article.site_id = wanted.site_id AND article.external_id = wanted.external_id`,
};

/** In one order for everybody, so that no two transactions wait for each other. */
export const ADD_ARTICLES: Statement = {
  name: 'intake.add-articles',
  text: `
    INSERT INTO articles (site_id, id, external_id, url, title, section)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
      AS added (site_id, id, external_id, url, title, section)
    ORDER BY 1, 3
    ON CONFLICT DO NOTHING`,
};

/** What the first comment left out; locked in one order, before any article is added. */
export const COMPLETE_ARTICLES: Statement = {
  name: 'intake.complete-articles',
  text: `
    WITH locked AS MATERIALIZED (
      SELECT site_id, id FROM articles
      WHERE (site_id, id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
      ORDER BY site_id, external_id
      FOR NO KEY UPDATE
    )
    UPDATE articles AS article
    SET url = coalesce(article.url, new.url), title = coalesce(article.title, new.title)
    FROM locked
    JOIN unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS new (site_id, id, url, title)
      ON new.site_id = locked.site_id AND new.id = locked.id
    WHERE article.site_id = locked.site_id AND article.id = locked.id`,
};

export const AUTHORS: Statement = {
  name: 'intake.authors',
  text: `
    SELECT author.site_id, author.id, author.identity, author.vouched, author.name, author.email,
      author.badge, CASE WHEN author.vouched THEN author.first_seen_at END AS first_seen_at
    FROM authors AS author
    JOIN unnest($1::uuid[], $2::text[], $3::boolean[]) AS wanted (site_id, identity, vouched)
      ON author.site_id = wanted.site_id AND author.identity = wanted.identity
        AND author.vouched = wanted.vouched`,
};

export const ADD_AUTHORS: Statement = {
  name: 'intake.add-authors',
  text: `
    INSERT INTO authors (site_id, id, identity, vouched, name, email, badge, first_seen_at)
    SELECT site_id, id, identity, vouched, name, email, badge, coalesce(first_seen_at, now())
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::text[], $6::text[],
        $7::text[], $8::timestamptz[])
      AS added (site_id, id, identity, vouched, name, email, badge, first_seen_at)
    ORDER BY 1, 3, 4
    ON CONFLICT DO NOTHING`,
};

/** What newer tokens say of their readers; locked in one order, as above. */
export const RENEW_AUTHORS: Statement = {
  name: 'intake.renew-authors',
  text: `
    WITH locked AS MATERIALIZED (
      SELECT site_id, id FROM authors
      WHERE (site_id, id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
      ORDER BY site_id, identity, vouched
      FOR NO KEY UPDATE
    )
    UPDATE authors AS author
    SET name = new.name, email = coalesce(new.email, author.email), badge = new.badge,
      first_seen_at = least(author.first_seen_at, new.first_seen_at)
    FROM locked
    JOIN unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
      AS new (site_id, id, name, email, badge, first_seen_at)
      ON new.site_id = locked.site_id AND new.id = locked.id
    WHERE author.site_id = locked.site_id AND author.id = locked.id`,
};

export const PARENTS: Statement = {
  name: 'intake.parents',
  text: `
    SELECT parent.site_id, parent.id, parent.article_id, parent.root_id, parent.status
    FROM comments AS parent
    JOIN unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
      ON parent.site_id = wanted.site_id AND parent.id = wanted.id`,
};

/** The comments with their outbox marks: from this commit on, none can be lost. */
export const ADD_COMMENTS: Statement = {
  name: 'intake.add-comments',
  text: `
    WITH added AS (
      INSERT INTO comments (site_id, id, article_id, parent_id, root_id, author_id, author_name,
        body, text_hash, sim_hash, bands, address_hash, sweep_at)
      SELECT site_id, id, article_id, parent_id, root_id, author_id, author_name, body, text_hash,
        sim_hash, bands::integer[], address_hash, now() + $13 * interval '1 millisecond'
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[],
        $8::text[], $9::bigint[], $10::bigint[], $11::text[], $12::bytea[])
        AS new (site_id, id, article_id, parent_id, root_id, author_id, author_name, body, text_hash,
          sim_hash, bands, address_hash)
      RETURNING site_id, id, revision
    )
    INSERT INTO outbox (topic, site_id, comment_id, revision)
    SELECT 'moderate', site_id, id, revision FROM added`,
};
