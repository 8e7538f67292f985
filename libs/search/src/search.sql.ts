import { firstIdOf, type Statement } from '#database';
import type { CommentSearch, Place } from './comment-search.js';
import { indexFor, likePattern, type SearchTerm } from './search-terms.js';

/** A statement with its values. Planned anew each time, without a name: the best index depends on what is asked for. */
export interface Search {
  statement: Statement;
  values: unknown[];
}

/** Collects values and gives their places in the text. */
class Values {
  readonly list: unknown[] = [];

  readonly add = (value: unknown): string => `$${this.list.push(value)}`;
}

/** What both ways of searching have in common. */
interface Conditions {
  /** The columns of the index that gives the order: newest first. */
  order: string;
  where: string;
}

/**
 * All but the text. An author's and an article's comments are read in the order of their own indexes.
 * @param site the column that names the site: of another table than comments, if the article's index is to be used
 */
function conditions(
  search: CommentSearch,
  behind: Place | null,
  site: 'site.id' | 'comments.site_id',
  { add }: Values,
): Conditions {
  const { status, author, article, after, before } = search;
  const byTime = author !== undefined || article !== undefined;
  const key = byTime ? 'created_at' : 'id';
  const moment = (date: Date): string =>
    byTime ? `${add(date)}::timestamptz` : `${add(firstIdOf(date))}::uuid`;
  const where = [
    // As it is, and not as a value: the index of a status is made for few of them.
    status && `status = '${status}'`,
    author && `author_id = ${add(author)}::uuid`,
    article &&
      `article_id = (SELECT id FROM articles
        WHERE site_id = ${site} AND external_id = ${add(article)})`,
    after && `${key} >= ${moment(after)}`,
    before && `${key} < ${moment(before)}`,
    behind &&
      byTime &&
      `(created_at, id) < (${add(behind.at)}::timestamptz, ${add(behind.id)}::uuid)`,
    behind && !byTime && `id < ${add(behind.id)}::uuid`,
  ].filter(Boolean);
  return {
    order: byTime ? 'created_at DESC, id DESC' : 'id DESC',
    where: ['true', ...where].join(' AND '),
  };
}

const hasWords = ({ text }: SearchTerm, { add }: Values): string =>
  `to_tsvector('simple', body) @@ phraseto_tsquery('simple', ${add(text)})`;

const isLike = (text: string, { add }: Values): string => `body ILIKE ${add(likePattern(text))}`;

/** That the body says all of it. What is cheap to see goes first: making a tsvector takes longer than all else. */
function says(terms: readonly SearchTerm[], values: Values): string {
  const parts = terms.flatMap((term) =>
    term.kind === 'words'
      ? [...chunks(term.text).map((chunk) => isLike(chunk, values)), hasWords(term, values)]
      : [isLike(term.text, values)],
  );
  return ['true', ...parts].join(' AND ');
}

const chunks = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** What the indexes can tell of that. */
function mightSay(terms: readonly SearchTerm[], values: Values): string {
  const parts = terms.map((term) => {
    switch (indexFor(term)) {
      case 'words':
        return hasWords(term, values);
      case 'trigrams':
        return isLike(term.text, values);
      case 'pairs':
        // With the condition of the index, which is made for such texts alone.
        return `wide_pairs(body) @> wide_pairs(${values.add(term.text)}) AND body ~ '[^\\x01-\\x7f]{2}'`;
      default:
        return 'true';
    }
  });
  return parts.join(' AND ');
}

/**
 * Walks through the newest comments, at most so many, and gives those that say it, with the one at
 * which the walk ended as the last row, unless it came to the end of them all.
 */
export function walk(
  search: CommentSearch,
  terms: readonly SearchTerm[],
  behind: Place | null,
  { steps, limit }: { steps: number; limit: number },
): Search {
  const values = new Values();
  const sites = values.add(search.siteIds);
  const { order, where } = conditions(search, behind, 'site.id', values);
  const matches = says(terms, values);
  const [stepsAt, limitAt] = [values.add(steps), values.add(limit)];
  const text = `
    WITH walked AS (
      SELECT comment.*
      FROM unnest(${sites}::uuid[]) AS site (id)
      CROSS JOIN LATERAL (
        SELECT site_id, id, created_at, ${matches} AS matches
        FROM comments
        WHERE site_id = site.id AND ${where}
        ORDER BY ${order}
        LIMIT ${stepsAt}
      ) AS comment
      ORDER BY ${order}
      LIMIT ${stepsAt}
    )
    (SELECT site_id, id, created_at::text AS at, false AS edge FROM walked WHERE matches
      ORDER BY ${order} LIMIT ${limitAt})
    UNION ALL
    (SELECT site_id, id, created_at::text, true FROM walked
      ORDER BY ${order} OFFSET ${stepsAt}::integer - 1)`;
  return { statement: { name: '', text }, values: values.list };
}

/** Looks the words up and sorts what has them: for what is rare, where a walk would take for ever. */
export function lookUp(
  search: CommentSearch,
  terms: readonly SearchTerm[],
  behind: Place | null,
  limit: number,
): Search {
  const values = new Values();
  const sites = values.add(search.siteIds);
  const { order, where } = conditions(search, behind, 'comments.site_id', values);
  const text = `
    SELECT site_id, id, created_at::text AS at
    FROM (
      -- Apart, so that the words are looked up first and not the newest comments read through. The
      -- few that wait for their verdict are in no index of words.
      SELECT * FROM comments WHERE status <> 'pending' AND ${mightSay(terms, values)}
      UNION ALL
      SELECT * FROM comments WHERE status = 'pending'
      OFFSET 0
    ) AS comments
    WHERE site_id = ANY(${sites}::uuid[]) AND ${where} AND ${says(terms, values)}
    ORDER BY ${order}
    LIMIT ${values.add(limit)}`;
  return { statement: { name: '', text }, values: values.list };
}
