import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { CommentRef } from '#transitions';
import { type CommentSearch, cursorOf, type Found, type Place, placeOf } from './comment-search.js';
import { lookUp, type Search, walk } from './search.sql.js';
import { indexFor, type SearchTerm, searchTerms } from './search-terms.js';

/** One page of what was found, newest first. */
export interface FoundPage {
  comments: CommentRef[];
  /** Gives the page behind this one; `null` at the end. */
  next: string | null;
}

interface FoundRow {
  site_id: string;
  id: string;
  at: string;
  edge?: boolean;
}

/** How many comments are walked through at a time, while each walk finds something. */
const WALKS = [2_000, 8_000, 32_000];

/** Comments of all statuses, by their words and all else. */
@Injectable()
export class SearchService {
  constructor(private readonly database: Database) {}

  /**
   * What is common is found among the newest comments, what is rare by an index: a common word's
   * entries there are too many to sort. What no index knows, as a single character, is only walked
   * for: then a page may be short, and the next one goes on behind it.
   * @throws DomainError VALIDATION_FAILED for a cursor that is not ours
   */
  async find(search: CommentSearch, cursor: string | undefined, limit: number): Promise<FoundPage> {
    const start = cursor === undefined ? null : placeOf(cursor);
    const terms = searchTerms(search.text ?? '');
    // One more than is shown tells whether there is a next page.
    const wanted = limit + 1;
    if (search.text === undefined) {
      const { found } = await this.walk(search, terms, start, wanted, wanted);
      return pageOf(found, limit);
    }
    // Nothing but quotation marks.
    if (terms.length === 0) return { comments: [], next: null };
    const { found, edge } = await this.walkOn(search, terms, start, wanted);
    if (edge === null || found.length >= wanted) return pageOf(found, limit);
    if (!terms.some(indexFor)) return { comments: found, next: cursorOf(edge) };
    const rest = lookUp(search, terms, edge, wanted - found.length);
    return pageOf([...found, ...(await this.run(rest)).found], limit);
  }

  /** Walks while it finds something; `edge` is where it stopped, `null` at the end of all comments. */
  private async walkOn(
    search: CommentSearch,
    terms: SearchTerm[],
    start: Place | null,
    wanted: number,
  ): Promise<{ found: Found[]; edge: Place | null }> {
    const found: Found[] = [];
    const isIndexed = terms.some(indexFor);
    let behind = start;
    for (const steps of WALKS) {
      const walked = await this.walk(search, terms, behind, steps, wanted - found.length);
      found.push(...walked.found);
      if (walked.edge === null || found.length >= wanted) return { found, edge: null };
      behind = walked.edge;
      if (isIndexed && walked.found.length === 0) break;
    }
    return { found, edge: behind };
  }

  private walk(
    search: CommentSearch,
    terms: SearchTerm[],
    behind: Place | null,
    steps: number,
    limit: number,
  ): Promise<{ found: Found[]; edge: Place | null }> {
    return this.run(walk(search, terms, behind, { steps, limit }));
  }

  private async run({ statement, values }: Search): Promise<{
    found: Found[];
    edge: Place | null;
  }> {
    const rows = await this.database.query<FoundRow>(statement, values);
    const edge = rows.find((row) => row.edge);
    return {
      found: rows
        .filter((row) => !row.edge)
        .map(({ site_id: siteId, id, at }) => ({ siteId, commentId: id, id, at })),
      edge: edge === undefined ? null : { at: edge.at, id: edge.id },
    };
  }
}

function pageOf(found: Found[], limit: number): FoundPage {
  const comments = found.slice(0, limit);
  const last = comments.at(-1);
  return { comments, next: found.length > limit && last ? cursorOf(last) : null };
}
