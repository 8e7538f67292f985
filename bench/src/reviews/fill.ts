import pg from 'pg';
import type { Texts } from './texts.js';

/** How many of what, beside the items. */
export const SPREAD = { articles: 20_000, authors: 200_000, sections: 12, decided: 50_000 };

export interface Filled {
  siteId: string;
  otherSiteId: string;
  moderatorId: string;
  reasonId: string;
}

const IDS: Filled = {
  siteId: '01900000-0000-7000-8000-000000000001',
  otherSiteId: '01900000-0000-7000-8000-000000000002',
  moderatorId: '01900000-0000-7000-8000-000000000003',
  reasonId: '01900000-0000-7000-8000-000000000004',
};

/** The id of the n-th row of a kind. */
const idSql = (kind: string, n: string): string =>
  `('${kind}0000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/**
 * Fills a migrated database with open items, a month's worth of them, and some that are decided.
 * The indexes of the large tables are dropped and made again: the same indexes, made sooner.
 */
export async function fill(url: string, items: number, texts: Texts): Promise<Filled> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'; SET synchronous_commit = off`,
    );
    const indexes = await dropIndexes(client);
    await client.query(PEOPLE);
    await client.query(PIECES, [texts.english]);
    await client.query(PIECES.replace('english', 'chinese'), [texts.chinese]);
    await client.query('ANALYZE english; ANALYZE chinese');
    await client.query(COMMENTS(items + SPREAD.decided));
    await client.query(DECISIONS);
    await client.query(ITEMS(items));
    for (const index of indexes) await client.query(index);
    await client.query('VACUUM ANALYZE');
    // Else what was filled in is written out while the lists are measured.
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
  return IDS;
}

async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index
    WHERE indrelid IN ('comments'::regclass, 'review_items'::regclass, 'decisions'::regclass)
      AND NOT indisprimary AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`);
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

const PEOPLE = `
  INSERT INTO sites (id, name, origins, signing_key)
  VALUES ('${IDS.siteId}', 'A newspaper', '{*}', '\\x00'), ('${IDS.otherSiteId}', 'Another', '{*}', '\\x00');
  INSERT INTO moderators (id, email, name) VALUES ('${IDS.moderatorId}', 'moderator@news.example', 'Moderator');
  INSERT INTO reject_reasons (site_id, id, position, title, author_text)
  VALUES ('${IDS.siteId}', '${IDS.reasonId}', 1, 'Insult', 'Please stay polite.');
  INSERT INTO articles (site_id, id, external_id, title, section, published_count)
  SELECT '${IDS.siteId}', ${idSql('0a00', 'n')}, 'article-' || n, 'Article ' || n,
    'section-' || n % ${SPREAD.sections}, n % 500
  FROM generate_series(1, ${SPREAD.articles}) AS n;
  INSERT INTO authors (site_id, id, identity, vouched, name)
  SELECT '${IDS.siteId}', ${idSql('0b00', 'n')}, 'author-' || n, n % 3 = 0, 'Reader ' || n
  FROM generate_series(1, ${SPREAD.authors}) AS n;
  ANALYZE`;

/** A table and no array: an array of texts is read from its beginning for each of them. */
const PIECES = `
  CREATE TEMPORARY TABLE english AS
  SELECT place::integer AS n, piece FROM unnest($1::text[]) WITH ORDINALITY AS pieces (piece, place)`;

/** Few articles and authors have most of the comments. */
const RANK = (count: number): string => `(1 + floor(${count} ^ random())::integer % ${count})`;

const ONE_OF = (count: number): string => `1 + floor(random() * ${count})::integer`;

/** Two thousand campaigns, few of them large; made of the number alone, so that it is the same for a text and its item. */
const CAMPAIGN = 'floor(2000 ^ (((n / 20) * 0.6180339887) % 1.0))::integer';

/** One in twenty is a copy, of campaigns of all sizes; one in ten is Chinese. */
const COMMENTS = (count: number): string => `
  SELECT setseed(0.42);
  INSERT INTO comments (site_id, id, article_id, root_id, author_id, author_name, body, status,
    text_hash, sim_hash, bands, created_at)
  SELECT '${IDS.siteId}', id, article, id, author, 'Reader', body, 'held', hash, hash,
    CASE WHEN length(body) > 60 THEN ARRAY[hash & 65535, 65536 + (hash >> 16 & 65535),
      131072 + (hash >> 32 & 65535), 196608 + (hash >> 48 & 65535)]::integer[] END,
    now() - (30.0 * (${count} - n) / ${count}) * interval '1 day'
  FROM (
    SELECT *, hashtextextended(body, 0) AS hash FROM (
      SELECT picked.n, id, article, author,
        CASE
          WHEN picked.n % 20 = 0 THEN one.piece || ' ' || other.piece
          WHEN picked.n % 10 = 1 THEN han.piece || '，' || character.piece || '。'
          ELSE one.piece || ', ' || other.piece || '. Case ' || picked.n || '.'
        END AS body
      FROM (
        SELECT n, ${idSql('0c00', 'n')} AS id, ${idSql('0a00', RANK(SPREAD.articles))} AS article,
          ${idSql('0b00', RANK(SPREAD.authors))} AS author,
          CASE WHEN n % 20 = 0 THEN 1 + ${CAMPAIGN} % 997 ELSE ${ONE_OF(20_000)} END AS one,
          CASE WHEN n % 20 = 0 THEN 1 + ${CAMPAIGN} % 499 ELSE ${ONE_OF(20_000)} END AS other,
          ${ONE_OF(2000)} AS han, ${ONE_OF(2000)} AS character
        FROM generate_series(1, ${count}) AS n OFFSET 0
      ) AS picked
      JOIN english AS one ON one.n = picked.one
      JOIN english AS other ON other.n = picked.other
      JOIN chinese AS han ON han.n = picked.han
      JOIN chinese AS character ON character.n = picked.character
    ) AS told
  ) AS hashed`;

const FINDINGS = `'[{"check": "classifier", "version": "1", "label": "insult", "score": 0.93, "threshold": 0.9,
  "outcome": "hold", "spans": [{"start": 0, "end": 5}], "reason": "SCORED_INSULT", "details": {"scorer":
  "classifier"}, "milliseconds": 0.3}, {"check": "classifier", "version": "1", "label": "toxicity", "score": 0.95,
  "threshold": 0.95, "outcome": "hold", "spans": [{"start": 0, "end": 5}], "reason": "SCORED_TOXICITY",
  "details": {"scorer": "classifier"}, "milliseconds": 0.3}]'`;

const DECISIONS = `
  INSERT INTO decisions (site_id, id, comment_id, revision, from_status, to_status, actor, reason,
    findings, policy_version, created_at)
  SELECT site_id, gen_random_uuid(), id, 1, 'pending', 'held', 'check', 'SCORED_INSULT', ${FINDINGS}, 1,
    created_at
  FROM comments`;

/** Labels, reasons and languages as unequal as they are: from two in five to one in a thousand. */
const CHOICE = (values: string[]): string =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(', ')}])[least(${values.length}, 1 + floor(-ln(1 - random()) * 1.3)::integer)]`;
const LABELS = [
  'toxicity',
  'spam',
  'insult',
  'author-new',
  'link-count',
  'profanity',
  'threat',
  'obscene',
];
const REASONS = [
  'SCORED_TOXICITY',
  'SCORED_SPAM',
  'SCORED_INSULT',
  'AUTHOR_NEW',
  'LINK_COUNT',
  'PROFANITY',
  'SCORED_THREAT',
  'SCORED_OBSCENE',
];
const LANGUAGES = ['en', 'zh', 'es', 'fr', 'de', 'pt', 'it', 'ja'];

const ITEMS = (items: number): string => `
  INSERT INTO review_items (site_id, id, comment_id, revision, kind, reason, details, opened_at, due_at,
    article_id, author_id, section, label, score, language, search_text, text_hash, sim_hash, bands,
    campaign_id, grouped_at, closed_at, action, decided_by)
  SELECT comment.site_id, ${idSql('0d00', 'n')}, comment.id, 1,
    CASE WHEN n % 50 = 0 THEN 'reported' WHEN n % 200 = 1 THEN 'appealed' ELSE 'held' END,
    ${CHOICE(REASONS)}, '{"score": 0.93, "holdsFrom": 0.9}', comment.created_at,
    comment.created_at - random() * interval '8 hours', comment.article_id, comment.author_id,
    article.section, ${CHOICE(LABELS)}, 0.5 + random() * random() / 2, ${CHOICE(LANGUAGES)},
    CASE WHEN n <= ${items} THEN lower(comment.body) END, comment.text_hash, comment.sim_hash, comment.bands,
    CASE WHEN n % 20 = 0 AND n <= ${items} THEN ${idSql('0e00', CAMPAIGN)} END, now(),
    CASE WHEN n > ${items} THEN now() - (n - ${items}) * interval '1 second' END,
    CASE WHEN n > ${items} THEN (ARRAY['approve', 'reject'])[1 + n % 2] END,
    CASE WHEN n > ${items} THEN '${IDS.moderatorId}'::uuid END
  FROM (SELECT *, row_number() OVER (ORDER BY created_at) AS n FROM comments) AS comment
  JOIN articles AS article ON article.site_id = comment.site_id AND article.id = comment.article_id`;
