import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Review items get all that a queue is ordered, filtered and claimed by, so that a page needs no join;
 * decisions become append-only by the database itself, and belong to a bulk that is undone as a whole.
 */
export class AddReviews1795395600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_events, review_claims, decision_batches');
    await runner.query('DROP TRIGGER decisions_append_only ON decisions');
    await runner.query('DROP FUNCTION refuse_decision_change');
    await runner.query('ALTER TABLE decisions DROP COLUMN batch_id');
    await runner.query('ALTER TABLE review_items RESET (fillfactor)');
    await runner.query(
      `ALTER TABLE review_items ${ADDED.map((name) => `DROP COLUMN ${name}`).join(', ')}`,
    );
  }
}

const ADDED = [
  'kind',
  'version',
  'details',
  'policy_version',
  'due_at',
  'article_id',
  'author_id',
  'section',
  'label',
  'score',
  'language',
  'search_text',
  'text_hash',
  'sim_hash',
  'bands',
  'campaign_id',
  'grouped_at',
  'claimed_by',
  'claimed_until',
  'batch_id',
  'action',
  'decided_by',
];

const STATEMENTS = [
  `ALTER TABLE review_items
    ADD COLUMN kind text NOT NULL DEFAULT 'held' CHECK (kind IN ('held', 'reported', 'appealed')),
    -- Grows when the item opens, closes or opens again; a claim is no change of what is to be decided.
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    -- What the sentence of the reason needs, and the policy that gave it.
    ADD COLUMN details jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN policy_version integer,
    -- The time of opening less a head start: the order of the queues.
    ADD COLUMN due_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN article_id uuid,
    ADD COLUMN author_id uuid,
    ADD COLUMN section text,
    ADD COLUMN label text,
    ADD COLUMN score real,
    ADD COLUMN language text,
    -- The text as it is searched, while the item is open; null once it is closed.
    ADD COLUMN search_text text,
    ADD COLUMN text_hash bigint,
    ADD COLUMN sim_hash bigint,
    ADD COLUMN bands integer[],
    ADD COLUMN campaign_id uuid,
    -- When near-duplicates were looked for; null: not yet.
    ADD COLUMN grouped_at timestamptz,
    ADD COLUMN claimed_by uuid,
    ADD COLUMN claimed_until timestamptz,
    -- What a moderator made of it; null while it is open, and when something else closed it.
    ADD COLUMN batch_id uuid,
    ADD COLUMN action text CHECK (action IN ('approve', 'reject')),
    ADD COLUMN decided_by uuid`,
  `UPDATE review_items AS item
    SET due_at = item.opened_at, article_id = comment.article_id, author_id = comment.author_id,
      section = article.section, text_hash = comment.text_hash, sim_hash = comment.sim_hash,
      bands = comment.bands, search_text = lower(comment.body), details = decision.details,
      policy_version = decision.policy_version
    FROM comments AS comment
    JOIN articles AS article
      ON article.site_id = comment.site_id AND article.id = comment.article_id
    CROSS JOIN LATERAL (
      SELECT details, policy_version FROM decisions
      WHERE site_id = comment.site_id AND comment_id = comment.id AND to_status = 'held'
      ORDER BY id DESC LIMIT 1
    ) AS decision
    WHERE item.closed_at IS NULL AND comment.site_id = item.site_id AND comment.id = item.comment_id`,

  // Room on each page, so that a claim stays on its page and touches no index.
  'ALTER TABLE review_items SET (fillfactor = 70)',
  // Where a moderator's claims are to be looked for; whose an item is, and for how long, it says itself.
  `CREATE TABLE review_claims (
    moderator_id uuid NOT NULL,
    site_id uuid NOT NULL,
    item_id uuid NOT NULL,
    claimed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (moderator_id, site_id, item_id)
  )`,
  'CREATE INDEX review_claims_by_age ON review_claims (claimed_at)',

  `CREATE TABLE decision_batches (
    site_id uuid NOT NULL,
    -- The same for all sites that one bulk of decisions touched.
    id uuid NOT NULL,
    moderator_id uuid NOT NULL,
    action text NOT NULL CHECK (action IN ('approve', 'reject')),
    reason_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    undone_at timestamptz,
    undone_by uuid,
    PRIMARY KEY (site_id, id)
  )`,

  'ALTER TABLE decisions ADD COLUMN batch_id uuid',
  'CREATE INDEX decisions_by_batch ON decisions (site_id, batch_id, id) WHERE batch_id IS NOT NULL',
  `CREATE FUNCTION refuse_decision_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'decisions are never changed once written' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE ON decisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_decision_change()`,

  /*
   * What moderators' consoles are told. Read in the order of transaction and id below the oldest
   * transaction that still runs: nothing can be written there any more, so that nothing is skipped.
   */
  `CREATE TABLE review_events (
    tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id bigint GENERATED ALWAYS AS IDENTITY,
    site_id uuid NOT NULL,
    kind text NOT NULL,
    item_id uuid NOT NULL,
    moderator_id uuid,
    payload jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tx, id)
  )`,
];
