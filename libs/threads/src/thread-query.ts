import type { ThreadSort } from '#contract';

/** Which comments are asked for. */
export interface ThreadQuery {
  /** The site's own id of the article. */
  article: string;
  sort: ThreadSort;
  /** The `next` of the page before. */
  cursor?: string | undefined;
  /** Comments on the page, 1 to 100, without their replies. */
  limit: number;
  /** How many levels of replies come with them, 0 to 10. */
  depth: number;
  /** Its replies instead of the top comments. */
  parent?: string | undefined;
}
