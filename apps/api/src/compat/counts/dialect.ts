/** Seconds that a cache may answer from what it has, and then while it asks again; as for counts of our own. */
export const CACHE = 'public, max-age=2, stale-while-revalidate=8';
export const SCRIPT = 'application/javascript; charset=utf-8';

/** The addresses of a dialect: with the site's key before it, or in the query. */
export function paths(path: string): string[] {
  return [`compat/${path}`, `compat/:key/${path}`];
}
