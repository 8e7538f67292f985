import type { Discussion } from '../discussion.js';

/** Whether this reader may post here: it is open, and they are known or need not be. */
export function mayWrite({ rules, thread: { page } }: Discussion): boolean {
  if (page === null || page.article.closed) return false;
  return rules.anonymous || (page.reader !== null && !page.reader.anonymous);
}
