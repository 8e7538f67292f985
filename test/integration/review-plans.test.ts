import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewQueue } from '#contract';
import type { Session, Statement } from '#database';
import * as campaigns from '../../libs/reviews/src/campaigns/campaigns.sql.js';
import * as group from '../../libs/reviews/src/campaigns/group.sql.js';
import { claimNext } from '../../libs/reviews/src/claims/claim-next.js';
import * as claims from '../../libs/reviews/src/claims/claims.sql.js';
import * as decide from '../../libs/reviews/src/decide/decide.sql.js';
import * as undo from '../../libs/reviews/src/decide/undo.sql.js';
import { findItems } from '../../libs/reviews/src/list/find-items.js';
import { SIZES } from '../../libs/reviews/src/list/queue-sizes.js';
import type { ReviewFilter } from '../../libs/reviews/src/list/review-query.js';
import { ITEMS } from '../../libs/reviews/src/present/item-rows.js';
import { COMMENTS } from '../../libs/reviews/src/present/read-review-comments.js';
import * as events from '../../libs/reviews/src/stream/events.sql.js';
import * as transitions from '../../libs/transitions/src/review-items.sql.js';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

const ITEMS_OPEN = 100_000;
const MODERATOR = '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b';

let test: TestSession;
let some: {
  id: string;
  comment_id: string;
  author_id: string;
  campaign_id: string;
  decided_by: string;
};

beforeAll(async () => {
  test = await openTestSession();
  await fill();
  const [row] = await test.sql<typeof some>(
    `SELECT id, comment_id, author_id, campaign_id, md5('3')::uuid AS decided_by
    FROM review_items WHERE campaign_id IS NOT NULL AND closed_at IS NULL LIMIT 1`,
  );
  if (row !== undefined) some = row;
}, 180_000);
afterAll(() => test.close());

/** A month of held comments, and a year of decided ones: 5,000 articles, labels from common to rare. */
async function fill(): Promise<void> {
  const site = [test.siteId];
  await test.sql(
    `INSERT INTO articles (site_id, id, external_id, section)
      SELECT $1, gen_random_uuid(), 'article ' || n, 'section ' || n % 10 FROM generate_series(1, 5000) AS n`,
    site,
  );
  await test.sql(
    `INSERT INTO comments (site_id, id, article_id, root_id, body, status, text_hash, sim_hash, bands)
      SELECT $1, id, articles.ids[1 + n % 5000], id,
        'The number ' || n || ' of the day' || CASE n % 5000 WHEN 0 THEN ' 今天天氣' ELSE '' END, 'held',
        n, n * 7919::bigint, ARRAY[n % 65536, 65536 + n % 65521, 131072 + n % 65519, 196608 + n % 65497]
      FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${ITEMS_OPEN * 1.2}) AS n) AS new,
        (SELECT array_agg(id) AS ids FROM articles) AS articles`,
    site,
  );
  await test.sql(`
    INSERT INTO review_items (site_id, id, comment_id, revision, kind, reason, due_at, opened_at, article_id,
      author_id, section, label, score, language, search_text, text_hash, sim_hash, bands, campaign_id,
      grouped_at, closed_at, action, decided_by, batch_id)
    SELECT site_id, gen_random_uuid(), id, 1, (ARRAY['held', 'held', 'held', 'reported'])[1 + n % 4],
      (ARRAY['SCORED_SPAM', 'LINK_COUNT', 'AUTHOR_NEW'])[1 + n % 3], now() - n * interval '26 seconds',
      now() - n * interval '25 seconds', article_id, md5((n % 20000)::text)::uuid, 'section ' || n % 10,
      (ARRAY['spam', 'threat', 'insult', 'toxicity'])[1 + n % 4], (n % 1000) / 1000.0,
      (ARRAY['en', 'zh', 'de'])[1 + n % 3], CASE WHEN n <= ${ITEMS_OPEN} THEN lower(body) END, text_hash,
      sim_hash, bands, CASE WHEN n % 20 = 0 THEN md5((n % 500)::text)::uuid END,
      CASE WHEN n % 1000 <> 1 THEN now() END,
      CASE WHEN n > ${ITEMS_OPEN} THEN now() - n * interval '1 second' END,
      CASE WHEN n > ${ITEMS_OPEN} THEN 'approve' END,
      CASE WHEN n > ${ITEMS_OPEN} THEN md5((n % 5)::text)::uuid END,
      CASE WHEN n > ${ITEMS_OPEN} THEN md5((n / 20)::text)::uuid END
    FROM (SELECT *, row_number() OVER () AS n FROM comments) AS comment`);
  await test.sql(`INSERT INTO decisions (site_id, id, comment_id, revision, from_status, to_status, actor, reason)
    SELECT site_id, gen_random_uuid(), id, 1, 'pending', 'held', 'check', 'SCORED_SPAM' FROM comments`);
  await test.sql(`INSERT INTO review_events (site_id, kind, item_id)
    SELECT site_id, 'opened', id FROM review_items`);
  await test.sql('VACUUM ANALYZE');
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

const LARGE = ['review_items', 'comments', 'articles', 'decisions', 'review_events'];

/** The large tables that a statement reads from one end to the other, and the indexes that it uses. */
async function explain({ text }: Statement, values: unknown[]) {
  const [row] = await test.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const scans: string[] = [];
  const indexes = new Set<string>();
  const visit = (plan: Plan): void => {
    const table = plan['Relation Name'] ?? '';
    if (plan['Node Type'] === 'Seq Scan' && LARGE.includes(table)) scans.push(table);
    if (plan['Index Name'] !== undefined) indexes.add(plan['Index Name']);
    for (const below of plan.Plans ?? []) visit(below);
  };
  for (const { Plan: plan } of row?.['QUERY PLAN'] ?? []) visit(plan);
  return { scans, indexes };
}

/** Runs the work and explains every statement that it sends. */
async function explainAll(work: (session: Session) => Promise<unknown>) {
  const scans: string[] = [];
  const indexes = new Set<string>();
  const note = async (statement: Statement, values: unknown[] = []): Promise<void> => {
    // Asking the planner reads nothing.
    if (statement.text.startsWith('EXPLAIN')) return;
    const plan = await explain(statement, values);
    scans.push(...plan.scans);
    plan.indexes.forEach((index) => indexes.add(index));
  };
  await work({
    query: async (statement, values) => {
      await note(statement, values);
      return test.database.query(statement, values);
    },
    execute: async (statement, values) => {
      await note(statement, values);
      return test.database.execute(statement, values);
    },
  });
  return { scans, indexes };
}

describe(`over ${ITEMS_OPEN.toLocaleString('en')} open items, an index serves the list`, () => {
  const lists: [string, ReviewQueue, () => ReviewFilter, string][] = [
    ['of what is held', 'held', () => ({}), 'review_items_queue'],
    ['of what is decided', 'decided', () => ({}), 'review_items_decided'],
    ['of one’s own', 'mine', () => ({}), 'review_items_pkey'],
    ['of a section', 'held', () => ({ section: 'section 3' }), 'review_items_by_section'],
    ['of an article', 'held', () => ({ article: 'article 77' }), 'review_items_by_article'],
    ['of an author', 'held', () => ({ author: some.author_id }), 'review_items_by_author'],
    ['of a label', 'held', () => ({ label: 'threat' }), 'review_items_by_label'],
    ['of a reason', 'held', () => ({ reason: 'AUTHOR_NEW' }), 'review_items_by_reason'],
    ['of a language', 'held', () => ({ language: 'zh' }), 'review_items_by_language'],
    ['of a campaign', 'held', () => ({ campaign: some.campaign_id }), 'review_items_by_campaign'],
    ['of rare scores', 'held', () => ({ minScore: 0.9985 }), 'review_items_by_score'],
    [
      'of an age',
      'held',
      () => ({ openedAfter: new Date(Date.now() - 3_600_000) }),
      'review_items_queue',
    ],
    ['of a rare word', 'held', () => ({ text: '77777' }), 'review_items_by_plain_words'],
    ['of a rare phrase', 'held', () => ({ text: '"r 77777 o"' }), 'review_items_by_plain_words'],
    ['of a part without words', 'held', () => ({ text: '77777’s' }), 'review_items_by_trigrams'],
    ['of a rare Chinese word', 'held', () => ({ text: '天氣' }), 'review_items_by_pairs'],
    ['of a common word', 'held', () => ({ text: 'number' }), 'review_items_queue'],
    [
      'of several filters',
      'held',
      () => ({ label: 'spam', language: 'de', section: 'section 1' }),
      'review_items_by',
    ],
    [
      'of what one moderator has decided',
      'decided',
      () => ({ decidedBy: some.decided_by }),
      'review_items_decided_by',
    ],
    [
      'of what is decided, by label',
      'decided',
      () => ({ label: 'spam' }),
      'review_items_decided_label',
    ],
    [
      'of what is decided under an article',
      'decided',
      () => ({ article: 'article 77' }),
      'review_items_decided_article',
    ],
    [
      'of what is decided of an author',
      'decided',
      () => ({ author: some.author_id }),
      'review_items_decided_author',
    ],
    [
      'of what is decided, by language',
      'decided',
      () => ({ language: 'zh' }),
      'review_items_decided',
    ],
  ];

  it.each(lists)('%s', async (_, queue, filter, index) => {
    const query = { siteIds: [test.siteId], queue, moderatorId: MODERATOR, filter: filter() };
    const { scans, indexes } = await explainAll((session) => findItems(session, query, null, 25));
    expect(scans).toEqual([]);
    expect(
      [...indexes].some((name) => name.startsWith(index)),
      [...indexes].join(),
    ).toBe(true);
  });

  it('of the next to claim', async () => {
    const query = {
      siteIds: [test.siteId],
      queue: 'held',
      moderatorId: MODERATOR,
      filter: {},
    } as const;
    const { scans, indexes } = await explainAll((session) =>
      claimNext(session, { ...query, siteIds: [...query.siteIds] }, 25, 60),
    );
    expect(scans).toEqual([]);
    expect([...indexes]).toContain('review_items_queue');
  });
});

describe('an index serves', () => {
  const id = () => [[test.siteId], [some.id]];
  const comment = () => [[test.siteId], [some.comment_id]];
  const statements: [string, Statement, () => unknown[]][] = [
    ['the items of a page', ITEMS, id],
    ['their comments', COMMENTS, comment],
    [
      'the sizes of the queues',
      SIZES,
      () => [[test.siteId], ['held', 'reported', 'appealed'], MODERATOR],
    ],
    ['the campaigns', campaigns.CAMPAIGNS, () => [[test.siteId], MODERATOR, 26]],
    ['their measures', campaigns.MEASURES, () => [[test.siteId], [some.campaign_id]]],
    ['their examples', campaigns.CANDIDATES, () => [[test.siteId], [some.campaign_id]]],
    ['what is to be grouped', group.UNGROUPED, () => [200]],
    ['what is near to it', group.NEAR, id],
    ['assigning campaigns', group.ASSIGN, () => [...id(), [some.campaign_id]]],
    [
      'merging campaigns',
      group.MERGE,
      () => [[test.siteId], [some.campaign_id], [some.campaign_id]],
    ],
    ['renewing claims', claims.RENEW, () => [MODERATOR, 60]],
    ['releasing claims', claims.RELEASE, () => [MODERATOR, null]],
    ['finding items to decide', decide.LOCATE, id],
    ['locking them', decide.LOCK_ITEMS, id],
    [
      'a part of a campaign',
      decide.CAMPAIGN_PART,
      () => [[test.siteId], some.campaign_id, MODERATOR, MODERATOR, 200],
    ],
    ['the open item of a comment', decide.OPEN_ITEM, () => [test.siteId, some.comment_id]],
    ['the latest decisions', decide.LATEST_DECISIONS, comment],
    ['what a bulk decided', undo.MADE, () => [[test.siteId], MODERATOR, MODERATOR, 200]],
    [
      'closing items',
      transitions.CLOSE_ITEMS,
      () => [...comment(), ['approve'], [MODERATOR], [MODERATOR]],
    ],
    [
      'opening items again',
      transitions.REOPEN_ITEMS,
      () => [...id(), [some.comment_id], [MODERATOR], [60]],
    ],
    ['new events', events.EVENTS, () => ['99999', '0']],
    ['whether events can be resumed', events.RESUMABLE, () => ['99999', '0']],
  ];

  it.each(statements)('%s', async (_, statement, values) => {
    expect((await explain(statement, values())).scans).toEqual([]);
  });
});
