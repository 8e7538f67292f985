import type { Statement } from '#database';

/*
 * "Before" is all that was written up to a moment, and not by id: of a burst whose comments come at the same
 * moment each may find the others, for whoever asks waits for an answer and nobody asks twice. Of what is often
 * equal, the newest are read and no more: a flood must not slow down those who come after it.
 */

/** Writes a comment down, before it is judged. */
export const REMEMBER: Statement = {
  name: 'outside-memory.remember',
  text: `
    INSERT INTO outside_comments (site_id, id, created_at, author_hash, address_hash, page_hash,
      article_hash, text_hash, bands, sim_hash, system, told, status, spam_score, scorer_version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
};

/** What became of it. */
export const SETTLE: Statement = {
  name: 'outside-memory.settle',
  text: `
    UPDATE outside_comments SET status = $3, spam_score = $4, scorer_version = $5
    WHERE site_id = $1 AND id = $2`,
};

/** What people say of it. */
export const TELL: Statement = {
  name: 'outside-memory.tell',
  text: 'UPDATE outside_comments SET told = $3 WHERE site_id = $1 AND id = $2',
};

const FOUND = 'id, created_at, told, spam_score, scorer_version';

/** By the id that the other system was given. */
export const FIND_BY_ID: Statement = {
  name: 'outside-memory.find-by-id',
  text: `SELECT ${FOUND} FROM outside_comments WHERE site_id = $1 AND id = $2`,
};

/**
 * The comment with this text that is likest in the rest. Other systems do not keep all that they once told:
 * what is missing on either side is no difference, but author or address must be the same if both are known.
 */
export const FIND: Statement = {
  name: 'outside-memory.find',
  text: `
    SELECT ${FOUND}
    FROM (
      SELECT * FROM outside_comments
      WHERE site_id = $1 AND text_hash = $2
      ORDER BY created_at DESC LIMIT 500
    ) AS same
    WHERE system = $3 AND (
      author_hash = $4 OR address_hash = $5
      OR (author_hash IS NULL OR $4::bytea IS NULL) AND (address_hash IS NULL OR $5::bytea IS NULL)
    )
    ORDER BY (author_hash IS NOT DISTINCT FROM $4)::integer
        + (address_hash IS NOT DISTINCT FROM $5)::integer
        + (article_hash IS NOT DISTINCT FROM $6)::integer DESC, created_at DESC, id DESC
    LIMIT 1`,
};

const RECENT = (kind: 'author' | 'others' | 'told'): string =>
  `'${kind}' AS kind, id, article_hash, author_hash, text_hash, sim_hash, status, told, created_at`;
const BEFORE = 'created_at <= $3::timestamptz AND id <> $2';
const BY_OTHERS = `created_at > $3::timestamptz - $6::float8 * interval '1 hour'
        AND ($4::bytea IS NULL OR author_hash IS DISTINCT FROM $4)`;

/** The newest comments that share a piece of the SimHash, of whomever and whatever they are. */
const alike = (which: string): string =>
  [1, 2, 3, 4]
    .map(
      (band) => `(
        SELECT * FROM outside_comments
        WHERE site_id = $1 AND bands IS NOT NULL AND bands[${band}] = ($7::integer[])[${band}]
          ${which}
        ORDER BY created_at DESC LIMIT 100
      )`,
    )
    .join(' UNION ALL ');

/**
 * The author's last comments, equal and similar ones by others within the window, and equal and similar ones
 * that people have said something of, whenever that was.
 */
export const TEXTS: Statement = {
  name: 'outside-memory.texts',
  text: `
    (
      SELECT ${RECENT('author')}
      FROM outside_comments
      WHERE site_id = $1 AND author_hash = $4 AND ${BEFORE}
      ORDER BY created_at DESC LIMIT 50
    ) UNION ALL (
      SELECT ${RECENT('others')}
      FROM (
        SELECT * FROM outside_comments
        WHERE site_id = $1 AND text_hash = $5 AND created_at <= $3::timestamptz
        ORDER BY created_at DESC LIMIT 100
      ) AS same
      WHERE ${BEFORE} AND ${BY_OTHERS}
      ORDER BY created_at DESC LIMIT 20
    ) UNION ALL (
      SELECT DISTINCT ${RECENT('others')}
      FROM (${alike('AND created_at <= $3::timestamptz')}) AS alike
      WHERE text_hash <> $5 AND ${BEFORE} AND ${BY_OTHERS}
    ) UNION ALL (
      SELECT ${RECENT('told')}
      FROM outside_comments
      WHERE site_id = $1 AND told IS NOT NULL AND text_hash = $5
      ORDER BY created_at DESC LIMIT 50
    ) UNION ALL (
      SELECT DISTINCT ${RECENT('told')}
      FROM (${alike('AND told IS NOT NULL')}) AS alike
      WHERE text_hash <> $5
    )`,
};

type Column = 'author_hash' | 'address_hash' | 'page_hash' | 'article_hash';

/** What people said of the last comments with a value, and how many passed of which nobody said anything. */
const recordOf = (column: Column, value: string): string => `
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE told = 'spam')::integer AS spam,
        count(*) FILTER (WHERE told = 'ham')::integer AS ham,
        count(*) FILTER (WHERE told IS NULL AND status = 'published' AND id <> $2)::integer AS passed
      FROM (
        SELECT id, told, status FROM outside_comments
        WHERE site_id = $1 AND ${column} = ${value}
        ORDER BY created_at DESC LIMIT 200
      ) AS last
    ) AS ${column.replace('hash', 'record')}`;

/** How many comments with a value came in the minute and the hour before this one. */
const rateOf = (column: Column, value: string): string => `
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE created_at > $3::timestamptz - interval '1 minute')::integer AS minute,
        count(*)::integer AS hour
      FROM (
        SELECT created_at FROM outside_comments
        WHERE site_id = $1 AND ${column} = ${value} AND ${BEFORE}
          AND created_at > $3::timestamptz - interval '1 hour'
        ORDER BY created_at DESC LIMIT $9
      ) AS last
    ) AS ${column.replace('hash', 'rate')}`;

/** How fast comments came, and the records of those who may have written this one. */
export const RECORDS: Statement = {
  name: 'outside-memory.records',
  text: `
    SELECT
      author_rate.minute AS author_minute, author_rate.hour AS author_hour,
      address_rate.minute AS address_minute, address_rate.hour AS address_hour,
      article_rate.minute AS article_minute, article_rate.hour AS article_hour,
      author_record.spam AS author_spam, author_record.ham AS author_ham, author_record.passed AS author_passed,
      address_record.spam AS address_spam, address_record.ham AS address_ham,
      address_record.passed AS address_passed,
      page_record.spam AS page_spam, page_record.ham AS page_ham, page_record.passed AS page_passed,
      (
        SELECT count(DISTINCT coalesce(author_hash, address_hash))::integer
        FROM (
          SELECT author_hash, address_hash FROM outside_comments
          WHERE site_id = $1 AND page_hash = $6 AND ${BEFORE}
            AND created_at > $3::timestamptz - $8::float8 * interval '1 hour'
          ORDER BY created_at DESC LIMIT 200
        ) AS last
        WHERE coalesce(author_hash, address_hash) IS DISTINCT FROM coalesce($4::bytea, $5::bytea)
      ) AS page_authors,
      (
        SELECT created_at FROM outside_comments
        WHERE site_id = $1 AND author_hash = $4
        ORDER BY created_at LIMIT 1
      ) AS first_seen_at
    FROM (SELECT) AS comment
    ${rateOf('author_hash', '$4')}
    ${rateOf('address_hash', '$5')}
    ${rateOf('article_hash', '$7')}
    ${recordOf('author_hash', '$4')}
    ${recordOf('address_hash', '$5')}
    ${recordOf('page_hash', '$6')}`,
};

/** By their places, so that no plan reads the table for the few that are old; locked, they stay there. */
const forget = (told: 'NULL' | 'NOT NULL'): string => `
    DELETE FROM outside_comments WHERE ctid = ANY (ARRAY (
      SELECT ctid FROM outside_comments
      WHERE told IS ${told} AND created_at < now() - $1 * interval '1 day'
      ORDER BY created_at LIMIT 5000 FOR UPDATE SKIP LOCKED
    ))`;

/** Forgets what is older than so many days and nobody said anything of. */
export const FORGET: Statement = { name: 'outside-memory.forget', text: forget('NULL') };

/** Forgets what is older than so many days though people said something of it. */
export const FORGET_TOLD: Statement = {
  name: 'outside-memory.forget-told',
  text: forget('NOT NULL'),
};
