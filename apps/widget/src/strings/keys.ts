import { type Catalog, ENGLISH } from './english.js';

/**
 * The phrases' names, in the order of every catalog. The build writes them in here and leaves them out
 * of the catalogs, so that a page loads them once and English only where it is spoken.
 */
export const KEYS = Object.keys(ENGLISH) as (keyof Catalog)[];
